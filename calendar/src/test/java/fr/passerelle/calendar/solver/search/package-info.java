/** The search by steps against every placement of small questions, and against periodic problems that others have published. */
@NullMarked
package fr.passerelle.calendar.solver.search;

import org.jspecify.annotations.NullMarked;
