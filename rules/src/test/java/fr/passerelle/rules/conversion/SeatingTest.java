package fr.passerelle.rules.conversion;

import static fr.passerelle.rules.conversion.Places.RULES;
import static fr.passerelle.rules.conversion.Places.bare;
import static fr.passerelle.rules.conversion.Places.candidature;
import static fr.passerelle.rules.conversion.Places.conversions;
import static fr.passerelle.rules.conversion.Places.epci;
import static fr.passerelle.rules.conversion.Places.facts;
import static fr.passerelle.rules.conversion.Places.having;
import static fr.passerelle.rules.conversion.Places.lesser;
import static fr.passerelle.rules.conversion.Places.noted;
import static fr.passerelle.rules.conversion.Places.room;
import static fr.passerelle.rules.conversion.Places.scored;
import static fr.passerelle.rules.conversion.Places.site;
import static fr.passerelle.rules.conversion.Places.unknown;
import static fr.passerelle.rules.conversion.Places.unscored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.frequentation.Flag;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Commune;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.ConversionKind;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.schemas.event.SiteDescribed;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a tiers lieu would be: rooms and sites compared, and what happens where nothing separates them. */
class SeatingTest {

    private static final EpciDescribed EPCI = epci().build();

    @ParameterizedTest
    @CsvSource({
        ", FONCTIONS_INSUFFISANTES, FONCTIONS_INSUFFISANTES",
        "MEDIATION_NUMERIQUE, FONCTIONS_INSUFFISANTES, FONCTIONS_INSUFFISANTES",
        "FABLAB, CANDIDATE, FONCTIONS_SUFFISANTES"
    })
    void asksASiteForTwoFunctionsAndNothingElse(
            @Nullable Fonction filled, Candidature candidature, ProposalReason reason) {
        Fonction[] today = Stream.ofNullable(filled).toArray(Fonction[]::new);
        var standing = PlaceCandidature.of(Place.of(site("T1", unknown(today)).build(), RULES), RULES);

        assertThat(standing.candidature()).isEqualTo(candidature);
        assertThat(standing.reasons()).containsExactly(reason);
    }

    @Test
    void proposesASiteAndMakesEveryRoomAnEtapeWithIt() {
        Conversions conversions =
                conversions(facts(EPCI, site("T1")), scored(lesser("S1"), 90), scored(bare("S2"), 90));

        assertThat(conversions.seating().seat()).contains(new Siege(SiegeKind.SITE, "T1", "Site T1", "02001", "A"));
        assertThat(conversions.seating().reason()).isEqualTo(ProposalReason.TIERS_LIEU_PROPOSE);
        assertThat(conversions.seating().functions()).containsExactly(Fonction.values());
        assertThat(conversions.list())
                .extracting(Conversion::getKind, Conversion::getCandidature, Conversion::getProvisoire)
                .containsExactly(
                        tuple(ConversionKind.ETAPE_NOMADE, Candidature.CANDIDATE, false),
                        tuple(ConversionKind.ETAPE_NOMADE, Candidature.FONCTIONS_INSUFFISANTES, false));
        assertThat(conversions.list().getFirst().getReasons()).containsExactly("SEUIL_ATTEINT", "SITE_RETENU");
    }

    @Test
    void tellsASiteThatARoomIsProposed() {
        EpciFacts site = facts(EPCI, site("T1", Places.ideal().setVentilatedSpace(false)));

        assertThat(told(seating(site, scored(room("S1"), 50))))
                .containsExactly(
                        "S1 1 RETENUE [SEUIL_ATTEINT, PREMIERE_CANDIDATE]",
                        "T1 2 CANDIDATE [FONCTIONS_SUFFISANTES, AUTRE_SALLE_RETENUE]");
    }

    /** It would come first: all its functions are filled today, whatever its owner says. */
    @Test
    void proposesNoPlaceWhoseOwnerRefuses() {
        Hosting.Builder filled = unknown(Fonction.values()).setOwnerAgreement(false);

        Seating seating =
                seating(facts(EPCI, site("T1", filled)), scored(room("S1", filled), 90), scored(lesser("S2"), 60));

        assertThat(seating.seat()).map(Siege::getId).contains("S2");
        assertThat(told(seating))
                .endsWith(
                        "S1 null REFUS_PROPRIETAIRE [REFUS_PROPRIETAIRE]",
                        "T1 null REFUS_PROPRIETAIRE [REFUS_PROPRIETAIRE]")
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "?", textBlock = """
        ?, ?, ACCORD_PROPRIETAIRE INCONNU & ACCES_PLAIN_PIED INCONNU
        true, false, ACCES_PLAIN_PIED NON
        ?, true, ACCORD_PROPRIETAIRE INCONNU
        true, true, ''
        """)
    void saysWhatHasToBeLiftedOfASeatThatItProposesAllTheSame(
            @Nullable Boolean agreement, @Nullable Boolean stepFree, String toLift) {
        Hosting.Builder filled =
                unknown(Fonction.values()).setOwnerAgreement(agreement).setStepFreeAccess(stepFree);

        Seating seating = seating(scored(room("S1", filled), 90));

        assertThat(seating.seat()).map(Siege::getId).contains("S1");
        assertThat(seating.candidates().getFirst().getALever().stream()
                        .map(lifted -> lifted.getCondition() + " " + lifted.getReponse())
                        .collect(Collectors.joining(" & ")))
                .isEqualTo(toLift);
    }

    @Test
    void separatesASiteFromARoomByTheFunctionsWanted() {
        EpciFacts wanting = facts(Places.wanting(Fonction.FABLAB), site("T1", unknown(Fonction.FABLAB)));

        assertThat(tiersLieu(wanting, scored(lesser("S1"), 99))).isEqualTo("T1");
    }

    @Test
    void letsTheEpciChooseWhereOnlyAScoreCouldTellARoomFromASite() {
        Conversions conversions = conversions(facts(EPCI, site("T1")), scored(room("S1"), 100));

        assertThat(exAequo(conversions)).containsExactly("S1", "T1");
        assertThat(conversions.seating().seat()).isEmpty();
        assertThat(conversions.seating().functions()).isEmpty();
        assertThat(conversions.seating().reason()).isEqualTo(ProposalReason.EX_AEQUO);
    }

    @Test
    void makesRoomsThatTieProvisionalEtapes() {
        List<Conversion> list = conversions(facts(EPCI), scored(room("S2"), 60), scored(room("S1"), 60))
                .list();

        assertThat(list)
                .extracting(Conversion::getKind, Conversion::getCandidature, Conversion::getProvisoire)
                .containsOnly(tuple(ConversionKind.ETAPE_NOMADE, Candidature.EX_AEQUO, true));
        assertThat(list.getFirst().getReasons()).containsExactly("SEUIL_ATTEINT", "EX_AEQUO", "SANS_TIERS_LIEU");
    }

    /** Sites, then rooms with the bounds and the score between them; a room that is weaker between two that tie does not undo it. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        two sites | T2, T1 | S1 10-15-20 | T1, T2 | T1 1, T2 1, S1 null
        a site and no room that is under the first one | T1 | S1 50-55-59, S2 60-65-70 | S2, T1 | S2 1, T1 1, S1 3
        not bounds that are apart | '' | S1 50-55-59, S2 60-65-70 | '' | S2 1, S1 2
        bounds that touch | '' | S1 50-55-60, S2 60-65-70 | S1, S2 | S2 1, S1 1
        bounds that overlap | '' | S1 50-55-61, S2 60-65-70 | S1, S2 | S2 1, S1 1
        all that tie with the first | '' | S1 60-65-70, S2 55-60-64, S3 50-55-60, S4 50-52-59 | S1, S2, S3 | S1 1, S2 1, S3 1, S4 4
        two that a weaker one comes between | '' | S1 70-75-80, S2 55-60-65, S3 50-58-70 | S1, S3 | S1 1, S3 1, S2 3
        who overlaps the second of one score | '' | S1 60-60-60, S2 50-60-70, S3 52-55-58 | S1, S2, S3 | S1 1, S2 1, S3 1
        whoever of them comes first by name | '' | S2 60-60-60, S1 50-60-70, S3 52-55-58 | S1, S2, S3 | S1 1, S2 1, S3 1
        """)
    void ties(String what, String sites, String rooms, String exAequo, String ranks) {
        Conversions conversions = conversions(
                facts(EPCI, words(sites).map(Places::site).toArray(SiteDescribed.Builder[]::new)),
                words(rooms).map(SeatingTest::between).toArray(ScoredRoom[]::new));

        assertThat(exAequo(conversions)).isEqualTo(words(exAequo).toList());
        assertThat(ranks(conversions)).isEqualTo(words(ranks).toList());
        assertThat(conversions.seating().seat().isPresent()).isEqualTo(exAequo.isEmpty());
    }

    private static Stream<String> words(String text) {
        return Stream.of(text.split(", ")).filter(word -> !word.isEmpty());
    }

    /** A room with its bounds: {@code S1 50-55-60}. */
    private static ScoredRoom between(String told) {
        String[] words = told.split("[ -]");
        return scored(
                room(words[0]),
                noted(words[0], Integer.parseInt(words[1]), Integer.parseInt(words[2]), Integer.parseInt(words[3])));
    }

    @Test
    void tellsACandidateThatOthersTieBeforeIt() {
        Conversion other = conversions(
                        facts(EPCI), scored(room("S1"), 65), scored(room("S2"), 65), scored(room("S4"), 52))
                .of("S4")
                .orElseThrow();

        assertThat(other.getCandidature()).isEqualTo(Candidature.CANDIDATE);
        assertThat(other.getReasons()).containsExactly("SEUIL_ATTEINT", "AUTRES_EX_AEQUO", "SANS_TIERS_LIEU");
    }

    @Test
    void tiesNothingThatMeritsSeparate() {
        Conversions conversions = conversions(
                facts(EPCI, site("T1").setInsee("02002")), scored(room("S1"), 60), scored(lesser("S2"), 60));

        assertThat(exAequo(conversions)).isEmpty();
        assertThat(conversions.seating().seat()).map(Siege::getId).contains("T1");
        assertThat(ranks(conversions)).containsExactly("T1 1", "S1 2", "S2 3");
    }

    @Test
    void proposesASiteWhereNoRoomOfTheRegionIsLeft() {
        ScoredRoom autonomous = scored(room("S1").setGestion(Gestion.COMMUNALE_AUTONOME), 99);

        assertThat(tiersLieu(facts(EPCI, site("T1")), autonomous)).isEqualTo("T1");
        assertThat(seating(autonomous).reason()).isEqualTo(ProposalReason.AUCUNE_SALLE_DE_LA_REGION);
        assertThat(seating(facts(EPCI, site("T1", unknown())), autonomous).reason())
                .isEqualTo(ProposalReason.AUCUNE_CANDIDATE);
    }

    @Test
    void listsThoseThatAreNoCandidateLastByIdentifierWithoutARank() {
        Seating seating = seating(
                facts(EPCI, site("S3", unknown()), site("T1")),
                scored(room("S4"), 10),
                scored(lesser("S9"), 60),
                scored(bare("S3"), 60),
                scored(room("S1").setGestion(Gestion.COMMUNALE_AUTONOME), 99));

        assertThat(seating.candidates())
                .extracting(place ->
                        place.getSiege().getKind() + " " + place.getSiege().getId() + " " + place.getRank())
                .containsExactly("SITE T1 1", "SALLE S9 2", "SALLE S3 null", "SITE S3 null", "SALLE S4 null");
    }

    @Test
    void tellsWhatEachPlaceWasComparedOn() {
        Seating seating = seating(
                facts(Places.wanting(Fonction.FABLAB), site("T1").setInsee("02002")),
                scored(lesser("S1"), noted("S1", 50, 60, 70)));

        assertThat(seating.candidates())
                .extracting(
                        Concurrent::getFunctionsWanted,
                        Concurrent::getFunctionsConfirmed,
                        Concurrent::getPopulation,
                        Concurrent::getPopulationSteps,
                        Concurrent::getLow,
                        Concurrent::getScore,
                        Concurrent::getHigh)
                .containsExactly(tuple(1, 5, 6_000, 3, null, null, null), tuple(0, 4, 3_000, 1, 50, 60, 70));
    }

    /** One degree of a meridian is 111 195 m: the second commune lies 10 000 m away, or one metre more. */
    @ParameterizedTest
    @CsvSource({"49.089932, 1999", "49.089941, 1000"})
    void countsThoseWhoLiveJustWithinTheRadius(double latitude, int population) {
        EpciDescribed two = epci().setCommunes(List.of(
                        new Commune("02001", "A", 1_000, 49.0, 3.0, null),
                        new Commune("02002", "B", 999, latitude, 3.0, null)))
                .build();

        Concurrent place = seating(facts(two, site("T1"))).candidates().getFirst();

        assertThat(place.getPopulation()).isEqualTo(population);
        assertThat(place.getPopulationSteps()).isZero();
    }

    @Test
    void countsNobodyAroundAPlaceOutsideTheEpci() {
        Concurrent place =
                seating(facts(EPCI, site("T1").setInsee("76101"))).candidates().getFirst();

        assertThat(place.getPopulation()).isZero();
        assertThat(place.getSiege().getCommune()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"19.8, 49, true", "19.7, 49, false", "19.8, 50, false", ", 49, false"})
    void hasAHumanExamineALowUseWhereNeedIsHigh(@Nullable BigDecimal rate, int high, boolean examined) {
        Conversions conversions = conversions(
                facts(epci().setIllectronismeRate(rate).build()), scored(room("S1"), noted("S1", 10, 20, high)));

        assertThat(conversions.flags()).isEqualTo(examined ? List.of("EXAMEN_HUMAIN") : List.of());
        assertThat(conversions.list().getFirst().getReasons().contains("BESOIN_ELEVE_USAGE_FAIBLE"))
                .isEqualTo(examined);
    }

    @Test
    void refusesAnEpciThatNothingIsKnownOf() {
        EpciFacts nobody = new EpciFacts("200000001", null, List.of(), List.of(), List.of());

        assertThatThrownBy(() -> conversions(nobody))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("200000001");
    }

    private static List<String> exAequo(Conversions conversions) {
        return conversions.seating().proposed().exAequo().stream()
                .map(Siege::getId)
                .toList();
    }

    private static List<String> ranks(Conversions conversions) {
        return conversions.seating().candidates().stream()
                .map(place -> place.getSiege().getId() + " " + place.getRank())
                .toList();
    }

    /** What else stands against a room is told, and then its data hold nobody back. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        room | 50 50 50  |                                 | CANDIDATE [SEUIL_ATTEINT]
        room | 50 60 100 |                                 | CANDIDATE [SEUIL_ATTEINT]
        room | 49 60 70  |                                 | A_INSTRUIRE [SEUIL_DANS_LA_FOURCHETTE]
        room | 0 20 50   |                                 | A_INSTRUIRE [SEUIL_DANS_LA_FOURCHETTE]
        room | 0 20 49   |                                 | SOUS_LE_SEUIL [SOUS_LE_SEUIL]
        bare | 40 60 70  |                                 | FONCTIONS_INSUFFISANTES [FONCTIONS_INSUFFISANTES, SEUIL_DANS_LA_FOURCHETTE]
        room | 50 60 70  | RECENT_DATA_THIN                | held A_INSTRUIRE [DONNEES_RECENTES_INSUFFISANTES]
        room | 50 60 70  | SMALL_NUMBERS                   | held A_INSTRUIRE [PETITS_NOMBRES]
        room | 50 60 70  | RECENT_DATA_THIN, SMALL_NUMBERS | held A_INSTRUIRE [DONNEES_RECENTES_INSUFFISANTES, PETITS_NOMBRES]
        room | 49 59 69  | SMALL_NUMBERS                   | A_INSTRUIRE [SEUIL_DANS_LA_FOURCHETTE]
        bare | 50 60 70  | SMALL_NUMBERS                   | FONCTIONS_INSUFFISANTES [FONCTIONS_INSUFFISANTES]
        """)
    void judgesARoomByItsFunctionsItsBoundsAndItsData(
            String kind, String bounds, @Nullable String flags, String standing) {
        ScoredRoom scored = between("S1 " + bounds);
        scored.frequentation().setFlags(flags == null ? List.of() : words(flags).toList());
        RoomInventoried room = kind.equals("bare") ? bare("S1").build() : scored.room();

        PlaceCandidature judged = candidature(new ScoredRoom(room, scored.frequentation()));

        assertThat((judged.isHeldBack() ? "held " : "") + judged.candidature() + " " + judged.reasons())
                .isEqualTo(standing);
    }

    @Test
    void leavesTheSeatToNobodyWhereItWouldComeFirst() {
        Seating seating =
                seating(flagged("S1", 80, Flag.RECENT_DATA_THIN), scored(room("S2", unknown(Fonction.FABLAB)), 60));

        assertThat(seating.seat()).isEmpty();
        assertThat(seating.reason()).isEqualTo(ProposalReason.PREMIERE_A_INSTRUIRE);
        assertThat(seating.proposed().undecided()).extracting(Siege::getId).containsExactly("S1", "S2");
        assertThat(seating.proposed().exAequo()).isEmpty();
        assertThat(told(seating)).contains("S2 1 CANDIDATE [SEUIL_ATTEINT, AUTRE_A_INSTRUIRE]");
    }

    /** The same merits and bounds that overlap: with its data both would be ex æquo. */
    @Test
    void leavesTheSeatToNobodyWhereNothingWouldSeparateItOrThereIsNoCandidate() {
        Seating seating = seating(flagged("S1", 55, Flag.SMALL_NUMBERS), scored(room("S2"), 60));

        assertThat(seating.seat()).isEmpty();
        assertThat(seating.proposed().undecided()).extracting(Siege::getId).containsExactly("S1", "S2");

        assertThat(seating(flagged("S1", 80, Flag.SMALL_NUMBERS)).reason()).isEqualTo(ProposalReason.AUCUNE_CANDIDATE);
    }

    @Test
    void leavesTheSeatToTheFirstCandidateWhereItComesAfter() {
        Seating seating = seating(
                scored(
                        room("S1", unknown(Fonction.FABLAB)),
                        noted("S1", 80, 90, 100).setFlags(List.of(Flag.SMALL_NUMBERS.name()))),
                scored(room("S2"), 60));

        assertThat(seating.seat()).map(Siege::getId).contains("S2");
        assertThat(seating.proposed().undecided()).isEmpty();
    }

    private static Seating seating(ScoredRoom... rooms) {
        return seating(facts(EPCI), rooms);
    }

    private static Seating seating(EpciFacts facts, ScoredRoom... rooms) {
        return conversions(facts, rooms).seating();
    }

    /** Each place with its rank, its candidature and why. */
    private static List<String> told(Seating seating) {
        return seating.candidates().stream()
                .map(place -> place.getSiege().getId() + " " + place.getRank() + " " + place.getCandidature() + " "
                        + place.getReasons())
                .toList();
    }

    private static ScoredRoom flagged(String id, int low, Flag flag) {
        return scored(room(id), noted(id, low, low + 10, low + 20).setFlags(List.of(flag.name())));
    }

    @Test
    void concludesNothingWithoutAScore() {
        PlaceCandidature standing =
                candidature(scored(bare("S1"), unscored("S1", FrequentationState.DONNEES_INSUFFISANTES)));

        assertThat(standing.candidature()).isEqualTo(Candidature.DONNEES_INSUFFISANTES);
        assertThat(standing.reasons())
                .containsExactly(ProposalReason.DONNEES_INSUFFISANTES, ProposalReason.FONCTIONS_INSUFFISANTES);
    }

    @Test
    void putsFunctionsWantedThenConfirmedThenPopulationInStepsBeforeTheScore() {
        ScoredRoom wanted = scored(room("S1", unknown(Fonction.FABLAB)), 51);
        ScoredRoom central = scored(lesser("S2").setInsee("02002"), 99);
        ScoredRoom one = scored(room("S1").setInsee("02002"), 60);
        ScoredRoom other = scored(room("S2").setInsee("02003"), 61);

        assertThat(tiersLieu(facts(Places.wanting(Fonction.FABLAB)), wanted, central))
                .isEqualTo("S1");
        assertThat(tiersLieu(facts(EPCI), wanted, central)).isEqualTo("S2");
        assertThat(tiersLieu(facts(EPCI), scored(room("S1"), 51), central)).isEqualTo("S1");
        assertThat(tiersLieu(
                        facts(EPCI), scored(room("S1"), 99), scored(room("S2").setInsee("02002"), 51)))
                .isEqualTo("S2");
        assertThat(tiersLieu(facts(EPCI), one, other)).isEqualTo("S2");
    }

    @Test
    void tellsACandidateThatAnotherOneIsProposed() {
        List<Conversion> list = conversions(facts(EPCI), scored(room("S1"), 60), scored(room("S2"), 61))
                .list();

        assertThat(list)
                .extracting(Conversion::getKind)
                .containsExactly(ConversionKind.ETAPE_NOMADE, ConversionKind.TIERS_LIEU);
        assertThat(list.get(0).getCandidature()).isEqualTo(Candidature.CANDIDATE);
        assertThat(list.get(0).getReasons()).containsExactly("SEUIL_ATTEINT", "AUTRE_SALLE_RETENUE");
        assertThat(list.get(0).getProvisoire()).isFalse();
        assertThat(list.get(1).getSessionsAMonth()).isZero();
    }

    @Test
    void proposesNoneToAnEpciThatHasOneAndHasNobodyChoose() {
        Conversions conversions = conversions(facts(having(), site("T1")), scored(room("S1"), 60));

        assertThat(conversions.seating().seat()).isEmpty();
        assertThat(conversions.seating().reason()).isEqualTo(ProposalReason.TIERS_LIEU_EXISTANT);
        assertThat(conversions.seating().proposed().exAequo()).isEmpty();
        assertThat(conversions.seating().candidates())
                .extracting(Concurrent::getCandidature, Concurrent::getRank)
                .containsOnly(tuple(Candidature.CANDIDATE, 1));
        assertThat(conversions.list().getFirst().getReasons())
                .containsExactly("SEUIL_ATTEINT", "TIERS_LIEU_EXISTANT", "SANS_TIERS_LIEU");
        assertThat(conversions.list().getFirst().getProvisoire()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"20, false", "49, false", "50, true"})
    void makesAnEtapeProvisionalWhileTheRoomIsUndecided(int high, boolean provisoire) {
        Conversions conversions = conversions(
                facts(EPCI),
                scored(room("S1"), 90),
                scored(
                        room("S2", Places.ideal().setStepFreeAccess(false)).setInsee("02002"),
                        noted("S2", 10, 15, high)));

        assertThat(conversions.of("S2").orElseThrow().getProvisoire()).isEqualTo(provisoire);
        assertThat(conversions.of("S3")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "18.0, 0, 0, 1", "18.0, 0, 12, 1", "18.0, 19200, 12, 1", "18.0, 19201, 12, 2",
        "18.0, 24000, 10, 2", "16.0, 1, 1, 1", "19.8, 1, 1, 2", ", 0, 0, 1",
        "19.8, 160000, 1, 100"
    })
    void holdsEnoughSessionsForThePersonHoursAndTheNeed(
            BigDecimal rate, long personHoursHundredths, int observed, int sessions) {
        Frequentation.Builder little = noted("S1", 10, 10, 10)
                .setPersonHours12MonthsHundredths(personHoursHundredths)
                .setObserved12Months(observed);

        Conversion conversion = conversions(
                        facts(epci().setIllectronismeRate(rate).build()), scored(room("S1"), little))
                .list()
                .getFirst();

        assertThat(conversion.getSessionsAMonth()).isEqualTo(sessions);
    }

    @Test
    void tellsADemonstrationByItsIdentifier() {
        List<Conversion> list = conversions(facts(EPCI), scored(room("DEMO-1"), 60), scored(room("S2"), 61))
                .list();

        assertThat(list).extracting(Conversion::getDemonstration).containsExactly(true, false);
    }

    @Test
    void refusesTheScoreOfAnotherRoom() {
        assertThatThrownBy(() -> scored(room("S1"), noted("S2", 1, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("S2");
    }

    private static String tiersLieu(EpciFacts facts, ScoredRoom... rooms) {
        return seating(facts, rooms).seat().orElseThrow().getId();
    }
}
