package fr.passerelle.console.change;

import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.CauseChangement;
import fr.passerelle.schemas.event.Changement;
import fr.passerelle.schemas.event.ValeurChangee;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The cause that explains a change: the first rule that came out otherwise, and may decide of what changed. */
public final class MainCause {

    /** What of a plan is an amount: the total, then each line of the aid. */
    public static final Set<String> AMOUNTS = Stream.concat(
                    Stream.of("AIDE_TOTALE"),
                    Arrays.stream(AidLineName.values()).map(AidLineName::name))
            .collect(Collectors.toUnmodifiableSet());

    private static final Set<String> SHOWN_ONLY = Set.of(
            "RETOUR_PARTIEL",
            "SOURCE_UNIQUE",
            "BESOIN",
            "PROXIMITE",
            "ANIMATEURS",
            "TABLETTES",
            "THEMES",
            "NOTIFIE",
            "DECISIONS_CONTRAIRES",
            "PLAFOND_DU_DISPOSITIF",
            "ANNEES_BUDGETAIRES",
            "ANNEE_4");

    private static final Set<String> OF_AN_AMOUNT = Set.of(
            "ETUDE",
            "INVESTISSEMENT",
            "FONCTIONNEMENT",
            "ASSIETTE",
            "TAUX",
            "PLAFOND",
            "FORFAIT",
            "MINIMUM",
            "AUTRES_AIDES",
            "PARTICIPATION_MINIMALE");

    private MainCause() {}

    /** Of a change; where no cause may decide, the first one, and none where it came or went. */
    public static Optional<CauseChangement> of(Changement change) {
        boolean amounts =
                change.getValues().stream().map(ValeurChangee::getWhat).allMatch(AMOUNTS::contains);
        return first(change, cause -> mayDecide(cause) && (!amounts || OF_AN_AMOUNT.contains(cause.getRule())))
                .or(() -> first(change, MainCause::mayDecide))
                .or(() -> first(change, cause -> true));
    }

    private static Optional<CauseChangement> first(Changement change, Predicate<CauseChangement> wanted) {
        return change.getCauses().stream().filter(wanted).findFirst();
    }

    private static boolean mayDecide(CauseChangement cause) {
        return !SHOWN_ONLY.contains(cause.getRule()) && !Objects.equals(cause.getBefore(), cause.getAfter());
    }
}
