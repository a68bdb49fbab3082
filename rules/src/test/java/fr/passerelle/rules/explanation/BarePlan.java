package fr.passerelle.rules.explanation;

import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.DecisionKind;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.Host;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.Siege;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The plan of a fictitious EPCI: nothing is proposed, and nothing said but what must be, until a test says so. */
public final class BarePlan {

    private BarePlan() {}

    public static Plan.Builder of(String epci) {
        return Plan.newBuilder()
                .setEpci(epci)
                .setName("CC " + epci)
                .setAsOf("2017-10")
                .setBesoin(Besoin.MOYEN)
                .setFunctions(List.of())
                .setRooms(List.of())
                .setAid(List.of())
                .setEtapes(0)
                .setAInstruire(0)
                .setDonneesInsuffisantes(0)
                .setSessionsAMonth(0)
                .setTheoreticalCeiling(new BigDecimal("115000.00"))
                .setDemonstration(false)
                .setReasons(List.of());
    }

    /** A place as those that are compared for the seat: of no function and nobody near, until a test says so. */
    public static Concurrent.Builder candidate(Siege place, @Nullable Candidature candidature) {
        return Concurrent.newBuilder()
                .setSiege(place)
                .setCandidature(candidature)
                .setFunctionsWanted(0)
                .setFunctionsConfirmed(0)
                .setPopulation(0)
                .setPopulationSteps(0)
                .setFonctions(List.of())
                .setReasons(List.of());
    }

    /** A line of aid of a half, up to 15 000 €, until a test says so. */
    public static AidLine.Builder aid(AidLineName line, String decidedBy) {
        return AidLine.newBuilder()
                .setLine(line)
                .setRate(new BigDecimal("0.5000"))
                .setCeiling(new BigDecimal("15000.00"))
                .setDecidedBy(decidedBy);
    }

    /** A room of the region that is open, in the commune 02001. */
    public static PlanRoom.Builder room(String id) {
        return PlanRoom.newBuilder()
                .setRoomId(id)
                .setName("Salle " + id)
                .setInsee("02001")
                .setState(FrequentationState.NOTEE)
                .setGestion(Gestion.REGION);
    }

    /** A room that becomes an étape. */
    public static Conversion.Builder etape(String room, String epci, Host host, int sessions) {
        return etape(room, epci).setHost(host).setSessionsAMonth(sessions);
    }

    /** The étape of a room of it, one session a month, about which no more is said. */
    public static Conversion.Builder etape(String room, String epci) {
        return Conversion.newBuilder()
                .setRoomId(room)
                .setEpci(epci)
                .setAsOf("2017-10")
                .setKind(ConversionKind.ETAPE_NOMADE)
                .setCandidature(Candidature.SOUS_LE_SEUIL)
                .setProvisoire(false)
                .setFonctions(List.of())
                .setSessionsAMonth(1)
                .setDemonstration(false)
                .setReasons(List.of());
    }

    /** A decision of the commission permanente on a subject of an EPCI. */
    public static DecisionRecorded.Builder decision(String subject, String epci, DecisionKind kind, String day) {
        return DecisionRecorded.newBuilder()
                .setSubject(subject)
                .setEpci(epci)
                .setKind(kind)
                .setOrgan("Commission permanente")
                .setAct("A-1")
                .setDecidedOn(LocalDate.parse(day))
                .setRole("instruction")
                .setAccount("c-1")
                .setMotive("Essai");
    }
}
