/** The French texts of a proposal, made from the results of one EPCI and from nothing else; every French word of theirs is in one message file. */
@NullMarked
package fr.passerelle.texts;

import org.jspecify.annotations.NullMarked;
