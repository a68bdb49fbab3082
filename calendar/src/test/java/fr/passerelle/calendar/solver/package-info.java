@NullMarked
package fr.passerelle.calendar.solver;

import org.jspecify.annotations.NullMarked;
