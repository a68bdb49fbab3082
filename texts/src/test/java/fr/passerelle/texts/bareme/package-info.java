/** The barème in words and pictures. */
@NullMarked
package fr.passerelle.texts.bareme;

import org.jspecify.annotations.NullMarked;
