/** Rejects and corrections as people get them, and give them back. */
@NullMarked
package fr.passerelle.cli.export;

import org.jspecify.annotations.NullMarked;
