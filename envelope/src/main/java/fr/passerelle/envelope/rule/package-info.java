/**
 * What the region could fund under the credits that it votes, and what that is worth: the options of each EPCI with their euros by budget
 * year, and the check of any answer, without a solver. Integers only: cents, inhabitants, months, points.
 */
@NullMarked
package fr.passerelle.envelope.rule;

import org.jspecify.annotations.NullMarked;
