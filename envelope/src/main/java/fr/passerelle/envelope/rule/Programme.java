package fr.passerelle.envelope.rule;

import java.util.SortedMap;

/**
 * An answer: what is chosen for each EPCI.
 *
 * @param bySiren one of its options for each EPCI of the envelope
 */
public record Programme(SortedMap<String, FundingOption> bySiren) {

    /** What is chosen for one. */
    public FundingOption of(EpciChoices epci) {
        return bySiren.getOrDefault(epci.siren(), FundingOption.NOTHING);
    }
}
