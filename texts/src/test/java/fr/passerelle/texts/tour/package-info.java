@NullMarked
package fr.passerelle.texts.tour;

import org.jspecify.annotations.NullMarked;
