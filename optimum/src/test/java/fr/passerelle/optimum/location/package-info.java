@NullMarked
package fr.passerelle.optimum.location;

import org.jspecify.annotations.NullMarked;
