package fr.passerelle.sheets.act;

import java.util.List;

/**
 * Where the facts of a draft come from.
 *
 * @param run identifier of the run that published them
 * @param bareme identifier of its barème
 * @param exercise whether they are no proposal: the data are a reconstruction, or the barème only illustrates
 * @param mention what ends every text
 * @param decisions what was decided already, a sentence each
 */
public record ActOrigin(String run, String bareme, boolean exercise, String mention, List<String> decisions) {

    public ActOrigin {
        decisions = List.copyOf(decisions);
    }
}
