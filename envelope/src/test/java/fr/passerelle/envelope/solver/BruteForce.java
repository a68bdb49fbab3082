package fr.passerelle.envelope.solver;

import fr.passerelle.envelope.rule.Certificate;
import fr.passerelle.envelope.rule.Envelope;
import fr.passerelle.envelope.rule.Envelope.Programme;
import fr.passerelle.envelope.rule.EpciChoices;
import fr.passerelle.envelope.rule.FundingOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Every programme of a small envelope, in the order in which ties are broken: no solver, nothing clever. */
record BruteForce(Envelope envelope) {

    /** The first of the best that fulfil a condition; empty where none may be. */
    Optional<Programme> best(Predicate<Programme> condition) {
        return holding()
                .filter(condition)
                .reduce((one, other) -> compare(levels(other), levels(one)) > 0 ? other : one);
    }

    /** Those that may be. */
    Stream<Programme> holding() {
        return programmes()
                .filter(programme -> Certificate.of(envelope, programme).holds());
    }

    Stream<Programme> programmes() {
        List<Programme> programmes = List.of(new Programme(new TreeMap<>()));
        for (EpciChoices epci : envelope.epcis()) {
            List<Programme> longer = new ArrayList<>();
            for (Programme programme : programmes) {
                for (FundingOption option : epci.options()) {
                    TreeMap<String, FundingOption> chosen = new TreeMap<>(programme.bySiren());
                    chosen.put(epci.siren(), option);
                    longer.add(new Programme(chosen));
                }
            }
            programmes = longer;
        }
        return programmes.stream();
    }

    List<Long> levels(Programme programme) {
        return Certificate.of(envelope, programme).levels();
    }

    /** By levels, the first first. */
    static int compare(List<Long> one, List<Long> other) {
        return Arrays.compare(one.toArray(Long[]::new), other.toArray(Long[]::new));
    }
}
