package fr.passerelle.rules.explanation;

import fr.passerelle.rules.conversion.SharedHosts;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.Demande;
import fr.passerelle.schemas.event.Demandeur;
import fr.passerelle.schemas.event.ObjetKind;
import fr.passerelle.schemas.event.Plan;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Something that was asked for in the diagnostic of an EPCI, beside what is proposed there. It has no effect of its own: the order of the
 * candidates looks at the functions that the EPCI itself wants (RULES 4), and at nothing that is here.
 *
 * @param object function, theme or service, as the log spells it first
 * @param requests how many asked, over all days, communes and sources, by who asked; a group that was not heard is not in it
 * @param communes INSEE codes of those that it was asked for, ascending; empty where it was for the whole EPCI
 * @param answer what is proposed
 * @param etapes rooms whose sessions answer it, by identifier; empty unless these do
 * @param places where these sessions are held, how many: rooms that share a host have one
 */
public record NeedComparison(
        ObjetKind kind,
        String object,
        Map<Demandeur, Long> requests,
        List<String> communes,
        NeedAnswer answer,
        List<String> etapes,
        int places) {

    /** Fewer requests than this, and more than none, are not told in public: a choice of this project. */
    public static final int SMALLEST_PUBLIC = 5;

    private static final Comparator<NeedComparison> MOST_FIRST =
            Comparator.comparingLong(NeedComparison::total).reversed();

    /**
     * All that was asked for, what most asked for first; of equals, functions before themes before services, by name.
     *
     * @param conversions of the rooms of the EPCI; those of others say nothing
     */
    public static List<NeedComparison> of(Collection<Demande> demandes, Plan plan, Collection<Conversion> conversions) {
        PlanAnswers answers = PlanAnswers.of(plan, conversions);
        return demandes.stream()
                .collect(Collectors.groupingBy(Objet::of, TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(asked -> of(asked, answers))
                .sorted(MOST_FIRST)
                .toList();
    }

    /** How many asked, whoever they are. */
    public long total() {
        return requests.values().stream().mapToLong(Long::longValue).sum();
    }

    private static NeedComparison of(List<Demande> demandes, PlanAnswers answers) {
        ObjetKind kind = demandes.getFirst().getKind();
        String object = demandes.getFirst().getObject();
        NeedAnswer answer = answers.to(kind, object);
        List<Conversion> etapes = answer == NeedAnswer.ETAPES ? answers.etapes(kind, object) : List.of();
        return new NeedComparison(
                kind,
                object,
                requests(demandes),
                demandes.stream()
                        .map(Demande::getInsee)
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted()
                        .toList(),
                answer,
                etapes.stream().map(Conversion::getRoomId).toList(),
                SharedHosts.places(etapes.stream()));
    }

    private static Map<Demandeur, Long> requests(List<Demande> demandes) {
        return demandes.stream()
                .collect(Collectors.groupingBy(
                        Demande::getDemandeur,
                        () -> new EnumMap<>(Demandeur.class),
                        Collectors.summingLong(Demande::getRequests)));
    }
}
