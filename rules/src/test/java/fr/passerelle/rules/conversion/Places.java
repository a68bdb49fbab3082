package fr.passerelle.rules.conversion;

import fr.passerelle.rules.financing.Projects;
import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.bareme.JeuDeRegles;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.PublicPlace;
import fr.passerelle.schemas.event.RegleEssayee;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.SiteDescribed;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rooms, EPCIs and scores for tests. The commune A is alone; B and C lie 5 km apart, 50 km from A. */
public final class Places {

    public static final YearMonth AS_OF = YearMonth.of(2017, 10);
    static final JeuDeRegles RULES = Baremes.load("2017-05").jeuDeRegles();

    private Places() {}

    public static EpciDescribed.Builder epci() {
        return EpciDescribed.newBuilder()
                .setEpci("200000001")
                .setName("CC de l'essai")
                .setPopulation(9_000)
                .setIllectronismeRate(new BigDecimal("18.0"))
                .setCommunes(List.of(
                        new Commune("02001", "A", 3_000, 49.0, 3.0, null),
                        new Commune("02002", "B", 3_000, 49.45, 3.0, null),
                        new Commune("02003", "C", 3_000, 49.495, 3.0, null)))
                .setPublicPlaces(List.of());
    }

    /** An EPCI that has a tiers lieu. */
    static EpciDescribed having() {
        return telling(Projects.silent().setExistingTiersLieu("La Fabrique"));
    }

    static EpciDescribed telling(Intercommunalite.Builder project) {
        return epci().setIntercommunalite(project.build()).build();
    }

    /** The rules of a barème that allows no tiers lieu. */
    static JeuDeRegles allowingNone() {
        return Baremes.read(Baremes.load("2017-05")
                        .text()
                        .replace("tiers_lieux_maximum: {valeur: 1", "tiers_lieux_maximum: {valeur: 0"))
                .jeuDeRegles();
    }

    static Conversions conversions(EpciFacts facts, ScoredRoom... rooms) {
        return Conversions.of(facts, List.of(rooms), AS_OF, RULES);
    }

    static PlaceCandidature candidature(ScoredRoom room) {
        return PlaceCandidature.of(Place.of(room, RULES), RULES);
    }

    /** What a step looked at, each a name and a value. */
    static List<String> told(RegleEssayee step) {
        return step.getOperands().stream()
                .map(operand -> operand.getName() + "="
                        + (operand.getAmount() == null
                                ? operand.getText()
                                : operand.getAmount().toPlainString()))
                .toList();
    }

    static EpciDescribed wanting(Fonction... functions) {
        return telling(Intercommunalite.newBuilder().setFunctionsWanted(List.of(functions)));
    }

    /** An EPCI with its sites; its rooms are told apart, scored. */
    public static EpciFacts facts(EpciDescribed epci, SiteDescribed.Builder... sites) {
        return new EpciFacts(
                epci.getEpci(),
                epci,
                List.of(),
                Arrays.stream(sites).map(SiteDescribed.Builder::build).toList(),
                List.of());
    }

    public static SiteDescribed.Builder site(String id) {
        return site(id, ideal());
    }

    static SiteDescribed.Builder site(String id, Hosting.Builder hosting) {
        return SiteDescribed.newBuilder()
                .setSiteId(id)
                .setEpci("200000001")
                .setName("Site " + id)
                .setInsee("02001")
                .setHosting(hosting.build());
    }

    static PublicPlace place(String id, String insee, @Nullable Integer weeklyHours) {
        return new PublicPlace(id, "BIB", "Lieu " + id, insee, 49.0, 3.0, weeklyHours, false);
    }

    /** Meets every condition. */
    static Hosting.Builder ideal() {
        return unknown()
                .setSurfaceM2Hundredths(72_00)
                .setMeasuredMbitsHundredths(30_00)
                .setAnimateurEtpHundredths(50)
                .setOwnerAgreement(true)
                .setStepFreeAccess(true)
                .setClosedSpace(true)
                .setVentilatedSpace(true);
    }

    /** Nothing is known but the functions that it fills today. */
    static Hosting.Builder unknown(Fonction... today) {
        return Hosting.newBuilder().setFunctionsToday(List.of(today));
    }

    public static RoomInventoried.Builder room(String id) {
        return room(id, ideal());
    }

    static RoomInventoried.Builder room(String id, Hosting.Builder hosting) {
        return RoomInventoried.newBuilder()
                .setRoomId(id)
                .setEpci("200000001")
                .setName("Salle " + id)
                .setInsee("02001")
                .setGestion(Gestion.REGION)
                .setHosting(hosting.build());
    }

    /** One function fewer than the others'. */
    static RoomInventoried.Builder lesser(String id) {
        return room(id, ideal().setVentilatedSpace(false));
    }

    /** Nothing is known of it. */
    static RoomInventoried.Builder bare(String id) {
        return room(id, unknown());
    }

    static Frequentation.Builder noted(String id, int low, int score, int high) {
        return unscored(id, FrequentationState.NOTEE)
                .setLow(low)
                .setScore(score)
                .setHigh(high);
    }

    public static Frequentation.Builder unscored(String id, FrequentationState state) {
        return Frequentation.newBuilder()
                .setRoomId(id)
                .setEpci("200000001")
                .setAsOf(AS_OF.toString())
                .setState(state)
                .setIndicateurs(List.of())
                .setMonthsOpen(24)
                .setMonthsObserved(24)
                .setMonthsMissing(List.of())
                .setPresences12Months(0)
                .setPersonHours12MonthsHundredths(0)
                .setObserved12Months(12)
                .setFlags(List.of());
    }

    /** Sure of its score. */
    public static ScoredRoom scored(RoomInventoried.Builder room, int score) {
        return scored(room, noted(room.getRoomId(), score, score, score));
    }

    public static ScoredRoom scored(RoomInventoried.Builder room, Frequentation.Builder frequentation) {
        return new ScoredRoom(room.build(), frequentation.build());
    }
}
