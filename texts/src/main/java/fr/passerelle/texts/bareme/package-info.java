/** The barème as people read it: in sentences, number by number with units and sources, its scales as pictures, and how far its numbers may go. */
@NullMarked
package fr.passerelle.texts.bareme;

import org.jspecify.annotations.NullMarked;
