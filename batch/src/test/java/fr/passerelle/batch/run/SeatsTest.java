package fr.passerelle.batch.run;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SeatsTest {

    private static final Siege ROOM = new Siege(SiegeKind.SALLE, "S1", "Salle S1", "02001", "A");
    private static final Siege SITE = new Siege(SiegeKind.SITE, "S1", "Site S1", "02001", "A");

    @Test
    void findsNoGapWhereAPlanAndItsRoomsAgree() {
        assertThat(Seats.gaps(List.of(tiersLieu("S1"), etape("S2")), List.of(plan(ROOM))))
                .isEmpty();
        assertThat(Seats.gaps(List.of(etape("S1"), etape("S2")), List.of(plan(SITE))))
                .isEmpty();
        assertThat(Seats.gaps(List.of(etape("S1"), etape("S2")), List.of(plan(null, ROOM, SITE))))
                .isEmpty();
    }

    @Test
    void namesASecondTiersLieuOfAnEpci() {
        assertThat(Seats.gaps(List.of(tiersLieu("S2"), tiersLieu("S1")), List.of(plan(ROOM))))
                .containsExactly("EPCI 200000001 : salles proposées comme tiers lieu [S1, S2], siège du plan [S1]");
    }

    @Test
    void namesARoomThatIsProposedBesideASite() {
        assertThat(Seats.gaps(List.of(tiersLieu("S1")), List.of(plan(SITE))))
                .containsExactly("EPCI 200000001 : salles proposées comme tiers lieu [S1], siège du plan []");
    }

    @Test
    void namesASeatThatNoRoomBecomesAndATiersLieuWithoutPlan() {
        assertThat(Seats.gaps(List.of(), List.of(plan(ROOM)))).hasSize(1);
        assertThat(Seats.gaps(List.of(tiersLieu("S1")), List.of())).hasSize(1);
    }

    @Test
    void namesAnEpciThatGetsASeatAndHasToChoose() {
        assertThat(Seats.gaps(List.of(), List.of(plan(SITE, ROOM, SITE))))
                .containsExactly("EPCI 200000001 : un tiers lieu proposé, et des lieux à départager");
    }

    private static Conversion tiersLieu(String room) {
        return conversion(room, ConversionKind.TIERS_LIEU, Candidature.RETENUE);
    }

    private static Conversion etape(String room) {
        return conversion(room, ConversionKind.ETAPE_NOMADE, Candidature.CANDIDATE);
    }

    private static Conversion conversion(String room, ConversionKind kind, Candidature candidature) {
        return Conversion.newBuilder()
                .setRoomId(room)
                .setEpci("200000001")
                .setAsOf("2017-10")
                .setKind(kind)
                .setCandidature(candidature)
                .setProvisoire(false)
                .setFonctions(List.of())
                .setSessionsAMonth(0)
                .setDemonstration(false)
                .setReasons(List.of())
                .build();
    }

    private static Plan plan(@Nullable Siege seat, Siege... exAequo) {
        return Plan.newBuilder()
                .setEpci("200000001")
                .setName("CC de l'essai")
                .setAsOf("2017-10")
                .setBesoin(Besoin.MOYEN)
                .setTiersLieu(seat == null ? null : seat.getId())
                .setSiege(seat)
                .setExAequo(List.of(exAequo))
                .setFunctions(List.of())
                .setRooms(List.of())
                .setEtapes(0)
                .setAInstruire(0)
                .setDonneesInsuffisantes(0)
                .setSessionsAMonth(0)
                .setAid(List.of())
                .setTheoreticalCeiling(new BigDecimal("115000.00"))
                .setDemonstration(false)
                .setReasons(List.of())
                .build();
    }
}
