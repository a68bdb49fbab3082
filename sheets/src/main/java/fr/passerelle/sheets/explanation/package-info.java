/** The texts of a proposal, made from the results of one EPCI and from nothing else; and the sheet of the algorithm. */
@NullMarked
package fr.passerelle.sheets.explanation;

import org.jspecify.annotations.NullMarked;
