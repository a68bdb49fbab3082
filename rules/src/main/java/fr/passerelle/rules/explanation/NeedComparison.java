package fr.passerelle.rules.explanation;

import fr.passerelle.rules.conversion.SharedHosts;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.Demande;
import fr.passerelle.schemas.event.Demandeur;
import fr.passerelle.schemas.event.Disponibilite;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.ObjetKind;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.schemas.text.PlainText;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** What a proposal answers to something that was asked for in a diagnostic. A choice of this project: nothing is weighed. */
    public enum NeedAnswer {
        /** A function that the proposed seat fills today. */
        OFFERTE,
        /** A function that it could fill. */
        POSSIBLE,
        /** A function of which conditions are left to verify. */
        A_VERIFIER,
        /** Mediation, or a theme of it, in nomadic sessions. */
        ETAPES,
        /** A function that no proposed place fills, or a theme of no session. */
        SANS_REPONSE,
        /** A function of an EPCI for which no seat is proposed. */
        SANS_SIEGE,
        /** Another service: shown as it was asked for, no rule looks at it. */
        MONTRE;

        /** Whether it is left without an answer; what no rule looks at is neither proposed nor left. */
        public boolean isUnmet() {
            return this == SANS_REPONSE || this == SANS_SIEGE;
        }
    }

    /**
     * What was asked for, however it was spelt.
     *
     * @param words its name without case, accents and punctuation
     */
    public record Objet(ObjetKind kind, String words) implements Comparable<Objet> {

        private static final Comparator<Objet> ORDER =
                Comparator.comparing(Objet::kind).thenComparing(Objet::words);

        /** What a request is about. */
        public static Objet of(Demande demande) {
            return of(demande.getKind(), demande.getObject());
        }

        /** The same by its name. */
        public static Objet of(ObjetKind kind, String name) {
            return new Objet(kind, PlainText.words(name));
        }

        /** Functions before themes before services, by name. */
        @Override
        public int compareTo(Objet other) {
            return ORDER.compare(this, other);
        }
    }

    /** What the proposal for one EPCI answers to what was asked for there: its seat first, then its nomadic sessions. */
    private record PlanAnswers(Plan plan, List<Conversion> conversions) {

        /** @param all conversions, of this EPCI and of others, which say nothing */
        static PlanAnswers of(Plan plan, Collection<Conversion> all) {
            return new PlanAnswers(
                    plan,
                    all.stream()
                            .filter(one -> one.getEpci().equals(plan.getEpci()))
                            .sorted(Comparator.comparing(Conversion::getRoomId))
                            .toList());
        }

        NeedAnswer to(ObjetKind kind, String object) {
            boolean inSessions = !etapes(kind, object).isEmpty();
            return switch (kind) {
                case FONCTION -> function(Fonction.valueOf(object), inSessions);
                case THEME -> inSessions ? NeedAnswer.ETAPES : NeedAnswer.SANS_REPONSE;
                case SERVICE -> NeedAnswer.MONTRE;
            };
        }

        /** The étapes whose sessions answer it: every session is mediation; of a theme, those that are about it. */
        List<Conversion> etapes(ObjetKind kind, String object) {
            return conversions.stream()
                    .filter(one -> one.getKind() == ConversionKind.ETAPE_NOMADE)
                    .filter(etape -> switch (kind) {
                        case FONCTION -> object.equals(Fonction.MEDIATION_NUMERIQUE.name());
                        case THEME ->
                            etape.getThemes().stream().map(PlainText::words).anyMatch(PlainText.words(object)::equals);
                        case SERVICE -> false;
                    })
                    .toList();
        }

        private NeedAnswer function(Fonction function, boolean inSessions) {
            NeedAnswer seat = atSeat(function);
            return seat.isUnmet() && inSessions ? NeedAnswer.ETAPES : seat;
        }

        private NeedAnswer atSeat(Fonction function) {
            Siege seat = plan.getSiege();
            return seat == null
                    ? NeedAnswer.SANS_SIEGE
                    : judged(seat)
                            .filter(judged -> judged.getFonction() == function)
                            .map(judged -> answer(judged.getDisponibilite()))
                            .findFirst()
                            .orElse(NeedAnswer.SANS_REPONSE);
        }

        /** As the comparison of the places judges them, else as the room itself is judged. */
        private Stream<FonctionJugee> judged(Siege seat) {
            return Stream.concat(
                    plan.getCandidates().stream()
                            .filter(candidate -> candidate.getSiege().equals(seat))
                            .map(Concurrent::getFonctions)
                            .flatMap(List::stream),
                    conversions.stream()
                            .filter(room -> seat.getKind() == SiegeKind.SALLE
                                    && room.getRoomId().equals(seat.getId()))
                            .map(Conversion::getFonctions)
                            .flatMap(List::stream));
        }

        private static NeedAnswer answer(Disponibilite disponibilite) {
            return switch (disponibilite) {
                case OFFERTE -> NeedAnswer.OFFERTE;
                case POSSIBLE -> NeedAnswer.POSSIBLE;
                case A_VERIFIER -> NeedAnswer.A_VERIFIER;
                case NON -> NeedAnswer.SANS_REPONSE;
            };
        }
    }
}
