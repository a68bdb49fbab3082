package fr.passerelle.rules.conversion;

import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.EpciDescribed;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** From where a room stands and what its EPCI got to the proposal for that room. */
record ConversionWriter(EpciDescribed epci, Besoin besoin, YearMonth asOf, JeuDeRegles rules, TiersLieuChoice choice) {

    /** @param placeCandidature where the choice of the seat left the room */
    Conversion write(PlaceCandidature<JudgedRoom> placeCandidature) {
        return choice.is(placeCandidature.place()) ? tiersLieu(placeCandidature) : etape(placeCandidature);
    }

    private Conversion tiersLieu(PlaceCandidature<JudgedRoom> placeCandidature) {
        return common(placeCandidature)
                .setKind(ConversionKind.TIERS_LIEU)
                .setProvisoire(false)
                .setSessionsAMonth(0)
                .setReasons(codes(placeCandidature.reasons()))
                .build();
    }

    private Conversion etape(PlaceCandidature<JudgedRoom> placeCandidature) {
        Conversion.Builder etape = common(placeCandidature)
                .setKind(ConversionKind.ETAPE_NOMADE)
                .setReasons(codes(reasonsOfEtape(placeCandidature)));
        return new Etape(epci, besoin, rules, !choice.isNone())
                .of(placeCandidature.place().scored(), placeCandidature.candidature(), etape)
                .build();
    }

    private List<ProposalReason> reasonsOfEtape(PlaceCandidature<JudgedRoom> placeCandidature) {
        List<ProposalReason> reasons = new ArrayList<>(placeCandidature.reasons());
        if (choice.isNone()) {
            reasons.add(ProposalReason.SANS_TIERS_LIEU);
        }
        if (new NomadicSessions(rules).supposesHours(placeCandidature.place().frequentation())) {
            reasons.add(ProposalReason.HEURES_SUPPOSEES);
        }
        return reasons;
    }

    private Conversion.Builder common(PlaceCandidature<JudgedRoom> placeCandidature) {
        JudgedRoom room = placeCandidature.place();
        return Conversion.newBuilder()
                .setRoomId(room.scored().id())
                .setEpci(epci.getEpci())
                .setAsOf(asOf.toString())
                .setCandidature(placeCandidature.candidature())
                .setScore(room.frequentation().getScore())
                .setLow(room.frequentation().getLow())
                .setHigh(room.frequentation().getHigh())
                .setFonctions(room.fonctions())
                .setTrace(placeCandidature.trace())
                .setDemonstration(room.scored().demonstration());
    }

    private static List<String> codes(List<ProposalReason> reasons) {
        return reasons.stream().map(ProposalReason::name).toList();
    }
}
