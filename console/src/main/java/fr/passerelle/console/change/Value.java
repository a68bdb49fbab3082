package fr.passerelle.console.change;

/**
 * What of a proposal differs, in words.
 *
 * @param what it is about: « tiers lieu »
 */
public record Value(String what, String before, String after) {}
