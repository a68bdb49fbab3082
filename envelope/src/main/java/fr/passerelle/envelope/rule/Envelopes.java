package fr.passerelle.envelope.rule;

import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Valeur;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Stream;

/** From what a run proposes to what may be chosen; decisions on each EPCI are in the order of the log, none where there is no key. */
public record Envelopes(
        Bareme bareme,
        YearMonth asOf,
        Map<String, EpciDescribed> epcis,
        Map<String, List<DecisionRecorded>> decisions) {

    /** What the options of every EPCI rest on: nothing opens up to the month of the proposals, and the years are those that have a credit. */
    record Terms(Bareme bareme, YearMonth asOf, SortedSet<Integer> years) {

        boolean isAhead(LocalDate opening) {
            return YearMonth.from(opening).isAfter(asOf);
        }

        /** Whether some month of a year still lies ahead. */
        boolean isAhead(int year) {
            return year >= asOf.plusMonths(1).getYear();
        }

        /** Months from an opening to the end of the last year of the credits, that of the opening included; 0 beyond. */
        long monthsOpen(LocalDate opening) {
            return Math.max(0, (years.last() - opening.getYear()) * 12L + 12 - opening.getMonthValue() + 1);
        }
    }

    /** The choices of the EPCIs that have a plan, of which something is known. */
    public Envelope of(Collection<Plan> plans, Credits credits, Valeur valeur) {
        Terms terms = new Terms(bareme, asOf, credits.years());
        List<EpciChoices> choices = plans.stream()
                .flatMap(plan -> Stream.ofNullable(epcis.get(plan.getEpci()))
                        .map(epci ->
                                EpciOptions.of(plan, epci, decisions.getOrDefault(plan.getEpci(), List.of()), terms)))
                .sorted(Comparator.comparing(EpciChoices::siren))
                .toList();
        return new Envelope(credits, bareme.programmation().valeur(valeur), choices);
    }
}
