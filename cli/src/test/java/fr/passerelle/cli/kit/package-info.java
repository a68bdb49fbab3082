/** What a kit finds again. */
@NullMarked
package fr.passerelle.cli.kit;

import org.jspecify.annotations.NullMarked;
