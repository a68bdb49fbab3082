/** The rules of fréquentation against hand computations, against each of their branches, and against properties that hold for any attendance. */
@NullMarked
package fr.passerelle.rules.frequentation;

import org.jspecify.annotations.NullMarked;
