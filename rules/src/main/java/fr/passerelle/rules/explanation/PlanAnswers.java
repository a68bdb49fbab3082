package fr.passerelle.rules.explanation;

import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
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
import java.util.List;
import java.util.stream.Stream;

/** What the proposal for one EPCI answers to what was asked for there: its seat first, then its nomadic sessions. */
record PlanAnswers(Plan plan, List<Conversion> conversions) {

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
                    case THEME -> isAbout(object, etape);
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

    private static boolean isAbout(String theme, Conversion etape) {
        return etape.getThemes().stream().map(PlainText::words).anyMatch(PlainText.words(theme)::equals);
    }
}
