package fr.passerelle.rules.explanation.reevaluation;

/**
 * Something that a result tells and its trace does not give again.
 *
 * @param on subject: room:ID, site:ID or epci:SIREN
 * @param what field or step, in the words of the contract
 * @param told as the result tells it
 * @param again as it follows from the trace; why it cannot be computed, where it cannot
 */
public record Disagreement(String on, String what, String told, String again) {}
