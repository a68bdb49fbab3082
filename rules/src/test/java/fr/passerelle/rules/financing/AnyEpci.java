package fr.passerelle.rules.financing;

import fr.passerelle.rules.conversion.Places;
import fr.passerelle.rules.conversion.ScoredRoom;
import fr.passerelle.rules.explanation.AnyFacts;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.bareme.Reglement;
import fr.passerelle.schemas.bareme.Reglement.Annees;
import fr.passerelle.schemas.bareme.Reglement.AssietteInvestissement;
import fr.passerelle.schemas.bareme.Reglement.Montants;
import fr.passerelle.schemas.bareme.Reglement.PlafondPorteSur;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.EtudeState;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.PublicPlace;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.SiteDescribed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Any EPCI, with any score of its rooms and any site: up to eight rooms of any kind over five communes, perhaps sites, perhaps places, perhaps a project with any of its costs. */
record AnyEpci(Random random) {

    static final String SIREN = "200000001";

    private static final int COMMUNES = 5;

    EpciDescribed epci() {
        return Places.epci()
                .setIllectronismeRate(maybe(BigDecimal.valueOf(random.nextInt(400), 1)))
                .setCommunes(list(COMMUNES, this::commune))
                .setPublicPlaces(list(random.nextInt(4), this::place))
                .setIntercommunalite(maybe(project()))
                .build();
    }

    List<ScoredRoom> rooms() {
        return list(1 + random.nextInt(8), this::scored);
    }

    List<SiteDescribed> sites() {
        return list(random.nextInt(4), this::site);
    }

    /** The barème of May 2017 with any reading of its règlement. */
    Bareme bareme() {
        Reglement voted = Reglements.of2017();
        Reglement reglement = new Reglement(
                voted.etude(),
                voted.investissement(),
                voted.fonctionnement(),
                oneOf(PlafondPorteSur.values()),
                oneOf(AssietteInvestissement.values()),
                oneOf(Annees.values()),
                oneOf(Montants.values()),
                random.nextBoolean(),
                BigDecimal.valueOf(random.nextInt(101), 2),
                random.nextBoolean());
        Bareme bareme = Reglements.BAREME;
        return new Bareme(
                bareme.id(),
                bareme.title(),
                bareme.inForce(),
                Reglements.BAREME.nature(),
                bareme.text(),
                bareme.sha256(),
                bareme.jeuDeRegles(),
                reglement,
                bareme.programmation(),
                bareme.tournees());
    }

    private Commune commune(int i) {
        return new Commune(insee(i), "Commune " + i, random.nextInt(5_000), 49 + random.nextDouble() / 4, 3.0, null);
    }

    private PublicPlace place(int i) {
        Integer hours = maybe(random.nextInt(40_00));
        return new PublicPlace("P" + i, "BIB", "Lieu " + i, insee(random.nextInt(COMMUNES)), 49.0, 3.0, hours, false);
    }

    private Intercommunalite project() {
        return Intercommunalite.newBuilder()
                .setEtude(maybe(oneOf(EtudeState.values())))
                .setFunctionsWanted(Arrays.stream(Fonction.values())
                        .filter(f -> random.nextBoolean())
                        .toList())
                .setExistingTiersLieu(random.nextInt(4) == 0 ? "La Fabrique" : null)
                .setCostEtude(euros(20_000))
                .setCostInvestissement(euros(60_000))
                .setCostAnimation1(euros(90_000))
                .setCostAnimation2(euros(90_000))
                .setCostAnimation3(euros(90_000))
                .setCostAnimation4(euros(90_000))
                .setReceipts(euros(30_000))
                .setOtherPublicAid(euros(40_000))
                .setOpening(maybe(LocalDate.of(2018, 1, 1).plusDays(random.nextInt(700))))
                .build();
    }

    static String insee(int i) {
        return "0200" + i;
    }

    private @Nullable BigDecimal euros(int most) {
        return maybe(BigDecimal.valueOf(random.nextInt(most * 100), 2));
    }

    private <T> @Nullable T maybe(T value) {
        return random.nextInt(3) == 0 ? null : value;
    }

    @SafeVarargs
    private <T> T oneOf(T... values) {
        return values[random.nextInt(values.length)];
    }

    private static <T> List<T> list(int size, IntFunction<T> element) {
        return IntStream.range(0, size).mapToObj(element).toList();
    }

    private static final List<FrequentationState> STATES = List.of(
            FrequentationState.NOTEE,
            FrequentationState.NOTEE,
            FrequentationState.NOTEE,
            FrequentationState.DONNEES_INSUFFISANTES,
            FrequentationState.FERMEE);

    ScoredRoom scored(int i) {
        String id = (random.nextInt(5) == 0 ? "DEMO-" : "S-") + i;
        return Places.scored(room(id), frequentation(id));
    }

    /** A site may have the identifier of a room. */
    SiteDescribed site(int i) {
        return Places.site("S-" + i)
                .setInsee(insee(random.nextInt(5)))
                .setHosting(AnyFacts.hosting(random))
                .build();
    }

    private RoomInventoried.Builder room(String id) {
        return Places.room(id)
                .setInsee(insee(random.nextInt(5)))
                .setGestion(random.nextInt(4) == 0 ? Gestion.COMMUNALE_AUTONOME : Gestion.REGION)
                .setClosed(random.nextInt(6) == 0 ? LocalDate.of(2018, 1, 1) : null)
                .setHosting(AnyFacts.hosting(random));
    }

    private Frequentation.Builder frequentation(String id) {
        FrequentationState state = STATES.get(random.nextInt(STATES.size()));
        int[] bounds =
                IntStream.generate(() -> random.nextInt(101)).limit(3).sorted().toArray();
        boolean noted = state == FrequentationState.NOTEE;
        return Places.unscored(id, state)
                .setLow(noted ? (Integer) bounds[0] : null)
                .setScore(noted ? (Integer) bounds[1] : null)
                .setHigh(noted ? (Integer) bounds[2] : null)
                .setMonthsObserved(12)
                .setPresences12Months(10_000)
                .setPersonHours12MonthsHundredths(random.nextInt(1_000_00))
                .setObserved12Months(random.nextInt(13));
    }
}
