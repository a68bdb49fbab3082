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

    /** @param standing where the choice of the seat left the room */
    Conversion write(Standing<JudgedRoom> standing) {
        return choice.is(standing.place()) ? tiersLieu(standing) : etape(standing);
    }

    private Conversion tiersLieu(Standing<JudgedRoom> standing) {
        return common(standing)
                .setKind(ConversionKind.TIERS_LIEU)
                .setProvisoire(false)
                .setSessionsAMonth(0)
                .setReasons(codes(standing.reasons()))
                .build();
    }

    private Conversion etape(Standing<JudgedRoom> standing) {
        Conversion.Builder etape =
                common(standing).setKind(ConversionKind.ETAPE_NOMADE).setReasons(codes(reasonsOfEtape(standing)));
        return new Etape(epci, besoin, rules, !choice.isNone())
                .of(standing.place().scored(), standing.candidature(), etape)
                .build();
    }

    private List<Reason> reasonsOfEtape(Standing<JudgedRoom> standing) {
        List<Reason> reasons = new ArrayList<>(standing.reasons());
        if (choice.isNone()) {
            reasons.add(Reason.SANS_TIERS_LIEU);
        }
        return reasons;
    }

    private Conversion.Builder common(Standing<JudgedRoom> standing) {
        JudgedRoom room = standing.place();
        return Conversion.newBuilder()
                .setRoomId(room.scored().id())
                .setEpci(epci.getEpci())
                .setAsOf(asOf.toString())
                .setCandidature(standing.candidature())
                .setScore(room.frequentation().getScore())
                .setLow(room.frequentation().getLow())
                .setHigh(room.frequentation().getHigh())
                .setFonctions(room.fonctions())
                .setTrace(standing.trace())
                .setDemonstration(room.scored().demonstration());
    }

    private static List<String> codes(List<Reason> reasons) {
        return reasons.stream().map(Reason::name).toList();
    }
}
