/** French words and numbers: the messages, names of places within a sentence, months, amounts with their unit, and what codes are called. */
@NullMarked
package fr.passerelle.sheets.french;

import org.jspecify.annotations.NullMarked;
