@NullMarked
package fr.passerelle.optimum.tour;

import org.jspecify.annotations.NullMarked;
