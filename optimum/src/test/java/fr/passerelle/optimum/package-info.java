@NullMarked
package fr.passerelle.optimum;

import org.jspecify.annotations.NullMarked;
