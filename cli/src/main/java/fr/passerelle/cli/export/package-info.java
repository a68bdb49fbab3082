/** The files that commands write: rejects and corrections, and whatever else people take away. */
@NullMarked
package fr.passerelle.cli.export;

import org.jspecify.annotations.NullMarked;
