package fr.passerelle.sheets.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.rules.explanation.BarePlan;
import fr.passerelle.rules.explanation.EpciResults;
import fr.passerelle.rules.explanation.Facts;
import fr.passerelle.rules.frequentation.EpciFacts;
import fr.passerelle.rules.frequentation.RoomFacts;
import fr.passerelle.rules.trace.Rule;
import fr.passerelle.rules.trace.Steps;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Concurrent;
import fr.passerelle.schemas.event.ConditionJugee;
import fr.passerelle.schemas.event.Contrefactuel;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Fonction;
import fr.passerelle.schemas.event.FonctionJugee;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.Hosting;
import fr.passerelle.schemas.event.Intercommunalite;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.Reponse;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.schemas.event.Unite;
import fr.passerelle.sheets.explanation.ChangePart.SmallestChange;
import fr.passerelle.sheets.explanation.MaireText.CaveatPart;
import fr.passerelle.sheets.explanation.MaireText.EtapesPart;
import fr.passerelle.sheets.explanation.SeatPart.LiftFirst;
import fr.passerelle.sheets.explanation.SeatPart.SeatPrecedence;
import fr.passerelle.sheets.explanation.Sentence.FittedText;
import fr.passerelle.sheets.form.Block;
import fr.passerelle.sheets.form.Document.WordCount;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The parts of the maire's text, each in all its lengths. Spaces are plain here, whatever their width. */
public class PartsTest {

    private static final String MORE = " L’explication en deux pages dit le reste. ";

    @Test
    void leavesATextThatFitsAsItIs() {
        assertThat(FittedText.under(4, List.of(one("Un deux."), one(""), one("Fin."))))
                .isEqualTo("Un deux. Fin.");
    }

    /** Ten words each and the last: 31, which are not under 31; with what is said instead, 37. */
    @Test
    void shortensTheLastOfTheGreatestRankFirstAndGivesBackWhatFits() {
        List<Sentence> sentences = List.of(
                new Sentence(1, List.of(words("a", 10), "a")),
                new Sentence(5, List.of(words("b", 10), "")),
                new Sentence(5, List.of(words("c", 10), "c c")),
                one("fin"));

        assertThat(FittedText.under(32, sentences)).doesNotContain(MORE).endsWith("c fin");
        assertThat(FittedText.under(31, sentences))
                .isEqualTo(words("a", 10) + " " + words("b", 10) + " c c" + MORE + "fin");
        assertThat(FittedText.under(29, sentences)).isEqualTo(words("a", 10) + " " + words("c", 10) + MORE + "fin");
        assertThat(FittedText.under(28, sentences)).isEqualTo(words("a", 10) + " c c" + MORE + "fin");
        assertThat(FittedText.under(19, sentences)).isEqualTo("a c c" + MORE + "fin");
        assertThat(FittedText.under(2, sentences)).isEqualTo("a c c" + MORE + "fin");
    }

    @Test
    void countsANumberAsOneWordAndASignAsNone() {
        assertThat(WordCount.count("1\u202f240 présences : « deux\u00a0»")).isEqualTo(3);
    }

    @Test
    void tellsTheThreeRoomsThatComeNearestAndCountsTheOthers() {
        Dossier dossier = rooms(
                room("R1", "Un", Candidature.SOUS_LE_SEUIL, 40),
                room("R2", "Deux", Candidature.DONNEES_INSUFFISANTES, null),
                room("R3", "Trois", Candidature.A_INSTRUIRE, 55),
                room("R4", "Quatre", Candidature.FONCTIONS_INSUFFISANTES, 70),
                room("R5", "Cinq", Candidature.CANDIDATE, 60));

        List<String> lengths = roomsOf(dossier);

        assertThat(lengths).hasSize(4);
        assertThat(lengths.getFirst())
                .containsSubsequence(
                        "salle de Cinq", "note 60", "salle de Trois", "note 55", "salle de Quatre", "note 70")
                .endsWith("Autres salles de la Région : une sous le seuil et une sans assez de mois renseignés.");
        assertThat(lengths.get(2))
                .contains("salle de Cinq")
                .doesNotContain("Trois")
                .contains("une à instruire, une avec trop peu de fonctions");
        assertThat(lengths.getLast())
                .isEqualTo("Salles de la Région : une candidate, une à instruire, une avec trop peu de fonctions, une"
                        + " sous le seuil et une sans assez de mois renseignés.");
    }

    @Test
    void countsNoOtherWhereAllAreTold() {
        Dossier dossier = rooms(
                room("R1", "Un", Candidature.SOUS_LE_SEUIL, 40), room("R2", "Deux", Candidature.SOUS_LE_SEUIL, 45));

        assertThat(roomsOf(dossier).getFirst())
                .containsSubsequence("de Deux", "d'Un")
                .doesNotContain("explication complète");
    }

    @Test
    void saysNothingOfRoomsThatAreNotTheRegions() {
        PlanRoom autonomous = room("R1", "Un", Candidature.SOUS_LE_SEUIL, 40);
        autonomous.setCandidature(null);
        assertThat(roomsOf(rooms(autonomous))).isEmpty();
    }

    @Test
    void tellsTheHostsOfTheEtapesOrCountsThem() {
        Dossier dossier = etapes(
                Fictitious.etape("R1", "Un", 1),
                Fictitious.etape("R2", "Deux", 2),
                Fictitious.etape("R3", "Trois", 3),
                Fictitious.etape("R4", "Quatre", 4));

        assertThat(etapesOf(dossier))
                .containsExactly(
                        "Nous proposons dix séances de deux heures par mois : une à Un, deux à Deux, trois à Trois et"
                                + " le reste dans un autre lieu.",
                        "Nous proposons dix séances de deux heures par mois : une à Un et le reste dans trois autres"
                                + " lieux.",
                        "Nous proposons dix séances de deux heures par mois, dans quatre lieux.",
                        "");
    }

    @Test
    void tellsOneHostAlone() {
        Dossier dossier = etapes(Fictitious.etape("R1", "Un", 1), Fictitious.etape("R1", "Un", 2));

        assertThat(etapesOf(dossier)).containsExactly("Nous proposons trois séances de deux heures par mois à Un.", "");
    }

    @Test
    void countsTheEtapesThatAreProvisional() {
        Conversion provisional = Fictitious.etape("R2", "Deux", 2);
        provisional.setProvisoire(true);
        Dossier some = etapes(Fictitious.etape("R1", "Un", 1), provisional);

        assertThat(etapesOf(some)).contains("Sur deux étapes de médiation nomade, une est provisoire.");
        assertThat(etapesOf(etapes(provisional))).contains("L'étape proposée est provisoire.");
    }

    @Test
    void tellsTheSharesOfInhabitantsNearAPoint() {
        assertThat(proximity(10_000, 9_100, 9_300))
                .containsExactly(
                        "93 % des habitants seraient à 5 km au plus d'un point de médiation, contre 91 % aujourd'hui.",
                        "");
        assertThat(proximity(10_000, 9_100, 9_100))
                .first()
                .asString()
                .startsWith("91 % des habitants resteraient à 5 km au plus d'un point de médiation")
                .doesNotContain("contre");
        assertThat(proximity(10_000, 9_120, 9_130))
                .first()
                .asString()
                .startsWith("91,3 % ")
                .contains("contre 91,2 %");
        assertThat(proximity(0, 0, 0)).isEmpty();
    }

    @Test
    void tellsWhatTheAidIsFor() {
        assertThat(money(
                        Fictitious.aid(AidLineName.ETUDE, "14000", null, null, "PLAFOND"),
                        Fictitious.aid(AidLineName.INVESTISSEMENT, null, null, null, "COUT_INCONNU")))
                .startsWith(
                        "Sur les coûts que vous avez donnés, l'aide régionale serait de 10 000 € pour l'étude ; 4 000"
                                + " € resteraient à votre charge, et d'autres coûts manquent.");
        assertThat(money(
                        Fictitious.aid(AidLineName.INVESTISSEMENT, "30000", null, null, "TAUX"),
                        Fictitious.aid(AidLineName.FONCTIONNEMENT_1, "60000", null, null, "TAUX"),
                        Fictitious.aid(AidLineName.FONCTIONNEMENT_2, "60000", null, null, "TAUX")))
                .startsWith(
                        "Sur les coûts que vous avez donnés, l'aide régionale serait de 10 000 € pour l'investissement"
                                + " et deux années de fonctionnement ; 4 000 € resteraient à votre charge.");
    }

    @Test
    void namesAPlaceByItsCommuneWhereItIsAlone() {
        Siege alone = new Siege(SiegeKind.SALLE, "S1", "Salle des fêtes", "02001", "Ham");
        Siege beside = new Siege(SiegeKind.SALLE, "S2", "Cyberbase", "02001", "Ham");
        Siege site = new Siege(SiegeKind.SITE, "P1", "Gare", "02002", "Roye");
        Siege nowhere = new Siege(SiegeKind.SALLE, "S3", "Halle", "02003", null);

        assertThat(said(new Naming(List.of(alone)), alone)).containsExactly("à Ham", "de Ham", "Ham");
        assertThat(said(new Naming(List.of(alone, beside)), alone))
                .containsExactly(
                        "à Ham (« Salle des fêtes »)", "de Ham (« Salle des fêtes »)", "Ham (« Salle des fêtes »)");
        assertThat(said(new Naming(List.of(site)), site))
                .containsExactly("à Roye (« Gare »)", "de Roye (« Gare »)", "Roye (« Gare »)");
        assertThat(said(new Naming(List.of(nowhere)), nowhere))
                .containsExactly("dans le lieu « Halle »", "du lieu « Halle »", "le lieu « Halle »");
        assertThat(new Naming(List.of(alone, beside)).named("S2", Siege::getName))
                .isEqualTo("Cyberbase");
    }

    @Test
    void listsTheRoomsThatStayWithTheirCommunesAndThoseThatAreClosed() {
        PlanRoom closed = room("R9", "Neuf", Candidature.SOUS_LE_SEUIL, null);
        closed.setState(FrequentationState.FERMEE);
        closed.setGestion(Gestion.COMMUNALE_AUTONOME);
        Dossier dossier = rooms(
                autonomous("R1", "Un"),
                autonomous("R2", "Deux"),
                autonomous("R3", "Trois"),
                autonomous("R4", "Quatre"),
                closed);
        dossier.plan().setFlags(List.of("PARTIAL_RETURN"));

        assertThat(lengths(new CaveatPart(dossier, Naming.of(dossier.plan())).sentences()))
                .containsExactly(
                        "Moins de salles ont rendu leurs relevés qu'un an plus tôt.", "",
                        "Les salles d'Un, de Deux, de Trois et une autre, communales, restent à leurs communes.", "",
                        "La salle de Neuf n'est pas ouverte à cette date.", "");
    }

    private static PlanRoom autonomous(String id, String commune) {
        PlanRoom room = room(id, commune, Candidature.SOUS_LE_SEUIL, 40);
        room.setGestion(Gestion.COMMUNALE_AUTONOME);
        return room;
    }

    private static List<String> said(Naming naming, Siege place) {
        return Stream.of(naming.at(place), naming.of(place), naming.bare(place))
                .map(PartsTest::plain)
                .toList();
    }

    private static String money(AidLine... lines) {
        Plan plan = Fictitious.plan("CC A")
                .setSiege(new Siege(SiegeKind.SALLE, "A-1", "Salle", "02001", "Bourg-A"))
                .setAid(List.of(lines))
                .setAidTotal(new BigDecimal("10000.00"))
                .setLeftTotal(new BigDecimal("4000.00"))
                .build();
        return lengths(new MoneyPart(new Dossier(plan, List.of(), List.of())).sentences())
                .getFirst();
    }

    private static List<String> proximity(int population, int today, int proposed) {
        Dossier dossier = Fictitious.a();
        dossier.plan().setPopulation(population);
        dossier.plan().setProximiteToday(today);
        dossier.plan().setProximiteProposed(proposed);
        return lengths(new CaveatPart(dossier, Naming.of(dossier.plan())).proximity());
    }

    private static List<String> etapesOf(Dossier dossier) {
        return lengths(new EtapesPart(dossier, Naming.of(dossier.plan())).sentences());
    }

    private static List<String> roomsOf(Dossier dossier) {
        return lengths(new NoSeatPart(dossier, Naming.of(dossier.plan())).rooms());
    }

    private static Dossier etapes(Conversion... etapes) {
        return new Dossier(Fictitious.plan("CC B").build(), List.of(etapes), List.of());
    }

    /** Rooms without a seat, each with its score of 24 months and 100 presences. */
    private static Dossier rooms(PlanRoom... rooms) {
        return new Dossier(
                Fictitious.plan("CC B").setRooms(List.of(rooms)).build(),
                Arrays.stream(rooms)
                        .map(room -> Fictitious.etape(room.getRoomId(), String.valueOf(room.getCommune()), 1))
                        .toList(),
                Arrays.stream(rooms)
                        .map(room -> Fictitious.score(
                                room.getRoomId(), 24, 100, room.getScore(), room.getScore(), room.getScore()))
                        .toList());
    }

    private static PlanRoom room(String id, String commune, Candidature candidature, @Nullable Integer score) {
        return Fictitious.room(id, commune, candidature, score, score, score);
    }

    private static Sentence one(String text) {
        return new Sentence(0, List.of(text));
    }

    private static String words(String word, int times) {
        return String.join(" ", Collections.nCopies(times, word));
    }

    private static List<String> lengths(Stream<Sentence> sentences) {
        return variants(sentences).stream().map(PartsTest::plain).toList();
    }

    private static String plain(String text) {
        return Reading.plain(text).replace('’', '\'');
    }

    @Test
    void givesOthersAColumnSoThatEachRowAddsUp() {
        Dossier dossier = Fictitious.a();
        dossier.plan()
                .setAid(List.of(
                        Fictitious.aid(AidLineName.INVESTISSEMENT, "30000.00", "15000.00", "3000.00", "PLAFOND"),
                        Fictitious.study()));
        dossier.plan().setAidTotal(new BigDecimal("15000.00"));
        dossier.plan().setLeftTotal(new BigDecimal("3000.00"));

        assertThat(table(dossier).header())
                .containsExactly("Ligne", "Coût", "Aide", "Autres financements", "Reste à charge", "Ce qui décide");
        assertThat(table(dossier).rows())
                .extracting(Reading::row)
                .contains(
                        "Investissement | 30 000 € | 15 000 € | 12 000 € | 3 000 € | plafond",
                        "Total | 30 000 € | 15 000 € | 12 000 € | 3 000 € | ");
    }

    @Test
    void hasNoSuchColumnWhereOthersPayNothing() {
        Dossier dossier = Fictitious.a();
        dossier.plan()
                .setAid(List.of(
                        Fictitious.aid(AidLineName.INVESTISSEMENT, "18000.00", "15000.00", "3000.00", "PLAFOND")));

        assertThat(table(dossier).header())
                .doesNotContain("Autres financements")
                .hasSize(5);
    }

    private static Block.Grid table(Dossier dossier) {
        return Reading.grids(new MoneyPart(dossier).blocks()).findFirst().orElseThrow();
    }

    private static final String MORE_PRESENCES = "si C recevait 120 présences de plus en douze mois";
    private static final String LESS_PRESENCES = "si D recevait 30 présences de moins, sur 40 présences en douze mois";
    private static final String C = MORE_PRESENCES + " (tiers lieu à C)";
    private static final String D = LESS_PRESENCES + " (tiers lieu à D)";
    private static final String BOTH = "si C atteignait 50 points avec une fonction confirmée de plus";
    private static final String OTHER = "si vous proposiez un autre local";

    @Test
    void tellsTwoChangesOfTheSeatAndThatAnotherPlaceMayBeOffered() {
        Dossier dossier = changed(
                Fictitious.change("room:B-1", 120, "B-1"),
                Fictitious.change("room:B-2", -30, "B-2"),
                Fictitious.change("room:B-1", 7, null));

        assertThat(told(dossier))
                .containsExactly(
                        "La conclusion changerait " + C + ", " + D + " ou " + OTHER + ".",
                        "La conclusion changerait " + C + " ou " + D + ".",
                        "La conclusion changerait " + C + ".",
                        "");
    }

    @Test
    void tellsTheTwoThingsTogetherWhereNoSingleOneIsEnough() {
        assertThat(told(changed()))
                .containsExactly(
                        "La conclusion changerait " + BOTH + " ou " + OTHER + ".",
                        "La conclusion changerait " + BOTH + ".",
                        "",
                        "Aucun changement de fréquentation à portée, seul, ne changerait la conclusion.",
                        "");
    }

    @Test
    void tellsWhereAPlaceStandsOnceNothingAltersTheSeat() {
        Dossier dossier = changed(
                Fictitious.change("room:B-1", 120, null),
                Fictitious.change("room:B-2", -30, null),
                Fictitious.change("room:B-1", 7, null));
        dossier.plan().setExistingTiersLieu("La Fabrique");

        assertThat(told(dossier))
                .hasSize(3)
                .first()
                .asString()
                .startsWith("Aucun changement isolé que nous ayons essayé ne modifierait le choix du lieu")
                .endsWith(" changerait " + MORE_PRESENCES + " ou " + LESS_PRESENCES + ".");
    }

    @Test
    void saysWhatTheConclusionBecomesWhereAPlaceLosesWhatMadeIt() {
        Contrefactuel lost = Fictitious.change("room:B-1", -300, null);
        lost.setSeatBefore("B-1");
        lost.setBefore(Candidature.RETENUE);
        lost.setAfter(Candidature.SOUS_LE_SEUIL);
        Contrefactuel lower = Fictitious.change("room:B-2", -30, null);
        lower.setAfter(Candidature.SOUS_LE_SEUIL);

        assertThat(told(changed(lost)).getFirst())
                .contains("si C recevait 300 présences de moins, sur 310 présences en douze mois (plus de tiers lieu"
                        + " proposé)");
        assertThat(ofRoom(changed(lower), "B-2"))
                .first()
                .isEqualTo("Sa place changerait " + LESS_PRESENCES + " (sous le seuil).");
    }

    @Test
    void saysNothingWhereNothingWouldChange() {
        Dossier dossier = changed();
        dossier.plan().setExistingTiersLieu("La Fabrique");

        assertThat(told(dossier)).isEmpty();
    }

    @Test
    void tellsOfOneRoomItsOwnChangesOnly() {
        Dossier dossier = changed(Fictitious.change("room:B-2", -30, "B-2"), Fictitious.change("room:B-1", 120, null));

        assertThat(ofRoom(dossier, "B-1"))
                .containsExactly(
                        "Sa place changerait " + MORE_PRESENCES + " ou " + BOTH + ".",
                        "Sa place changerait " + MORE_PRESENCES + ".",
                        "");
        assertThat(ofRoom(dossier, "B-2")).containsExactly("Sa place changerait " + D + ".", "");
    }

    @Test
    void toldOneByOneSaysWhatItAlters() {
        List<SmallestChange> told = SmallestChange.of(
                changed(Fictitious.change("room:B-2", -30, "B-2"), Fictitious.change("room:B-1", 120, null)));

        assertThat(told).extracting(SmallestChange::altersTheSeat).containsExactly(true, false);
        assertThat(told)
                .extracting(change -> "si " + change.condition())
                .containsExactly(LESS_PRESENCES, MORE_PRESENCES);
        assertThat(told.getFirst().before()).contains("aucun tiers lieu proposé");
        assertThat(told.getFirst().after()).doesNotContain("aucun tiers lieu");
    }

    private static List<String> told(Dossier dossier) {
        return variants(new ChangePart(dossier, Naming.of(dossier.plan())).sentences());
    }

    private static List<String> ofRoom(Dossier dossier, String room) {
        return variants(new ChangePart(dossier, Naming.of(dossier.plan())).sentencesOf(room));
    }

    private static List<String> variants(Stream<Sentence> sentences) {
        return sentences.flatMap(sentence -> sentence.variants().stream()).toList();
    }

    private static Dossier changed(Contrefactuel... changes) {
        Dossier b = Fictitious.b();
        b.plan().setContrefactuels(List.of(changes));
        return b;
    }

    @Test
    void readsTheFunctionsThatTheEpciWantsAndThoseConfirmed() {
        assertThat(SeatPrecedence.of(seated(wanting(Fonction.COWORKING), three(), Facts.twoFunctions())))
                .contains(precedence("FONCTIONS_VOULUES", 1, 0));
        assertThat(SeatPrecedence.of(seated(wanting(), three(), Facts.twoFunctions())))
                .contains(precedence("FONCTIONS_CONFIRMEES", 3, 2));
    }

    /** What separates by score is written by the rule that compares bounds. */
    @Test
    void readsTheScores() {
        Plan plan = seated(wanting(), three(), Facts.twoFunctions());
        plan.setTrace(List.of(Steps.decided(
                Rule.EX_AEQUO,
                "epci:" + Facts.SIREN,
                "FOURCHETTES_DISJOINTES",
                Steps.text("lieu_2", "room:S-2", Unite.CODE),
                Steps.whole("note_1", 68, Unite.POINTS),
                Steps.whole("note_2", 52, Unite.POINTS))));

        assertThat(SeatPrecedence.of(plan)).contains(precedence("NOTE", 68, 52));
    }

    @Test
    void isEmptyWhereThereIsNoSecondCandidateOrNoSeat() {
        Hosting.Builder one = Facts.mediation().setAnimateurEtpHundredths(0);

        assertThat(SeatPrecedence.of(seated(wanting(), three(), one))).isEmpty();
        assertThat(SeatPrecedence.of(seated(wanting(), Facts.twoFunctions(), Facts.twoFunctions())))
                .isEmpty();
    }

    private static SeatPrecedence precedence(String criterion, int first, int second) {
        return new SeatPrecedence(criterion, "room:S-2", first, second);
    }

    private static Hosting.Builder three() {
        return Facts.twoFunctions()
                .setSurfaceM2Hundredths(40_00)
                .setMeasuredMbitsHundredths(30_00)
                .setOwnerAgreement(true)
                .setStepFreeAccess(true);
    }

    private static EpciDescribed wanting(Fonction... functions) {
        return EpciDescribed.newBuilder(Facts.epci())
                .setIntercommunalite(Intercommunalite.newBuilder()
                        .setFunctionsWanted(List.of(functions))
                        .build())
                .build();
    }

    private static Plan seated(EpciDescribed epci, Hosting.Builder first, Hosting.Builder second) {
        EpciFacts facts = new EpciFacts(
                Facts.SIREN,
                epci,
                List.of(
                        new RoomFacts(Facts.room("S-1", first.build()), Facts.monthly(50)),
                        new RoomFacts(Facts.room("S-2", second.build()), Facts.monthly(50))),
                List.of(),
                List.of());
        return EpciResults.of(facts, Facts.AS_OF, Baremes.load("2017-05"))
                .plan()
                .orElseThrow();
    }

    private static final Siege BOURG = new Siege(SiegeKind.SALLE, "S-1", "Salle du Bourg", "02001", "Le Bourg");

    @Test
    void saysWhatHasToBeLiftedOfAPlaceWhereSomethingHas() {
        assertThat(LiftFirst.of(
                        lifting(lift("ACCORD_PROPRIETAIRE", Reponse.INCONNU), lift("ACCES_PLAIN_PIED", Reponse.NON)),
                        BOURG))
                .contains("À lever avant d’ouvrir\u00a0: l’accord du propriétaire (inconnu) et l’accès de plain-pied"
                        + " (absent).");
        assertThat(LiftFirst.of(lifting(lift("ACCES_PLAIN_PIED", Reponse.INCONNU)), BOURG))
                .contains("À lever avant d’ouvrir\u00a0: l’accès de plain-pied (à vérifier).");
        assertThat(LiftFirst.of(lifting(), BOURG)).isEmpty();
        assertThat(LiftFirst.of(BarePlan.of("1").build(), BOURG)).isEmpty();
    }

    private static Plan lifting(ConditionJugee... lift) {
        return BarePlan.of("1")
                .setSiege(BOURG)
                .setCandidates(List.of(candidate(BOURG, List.of(), List.of(lift))))
                .build();
    }

    /** A seat alone, whose agreement is unknown and which is not step-free. */
    public static List<Concurrent> candidates(Siege seat, List<FonctionJugee> fonctions) {
        return List.of(candidate(
                seat,
                fonctions,
                List.of(lift("ACCORD_PROPRIETAIRE", Reponse.INCONNU), lift("ACCES_PLAIN_PIED", Reponse.NON))));
    }

    private static Concurrent candidate(Siege seat, List<FonctionJugee> fonctions, List<ConditionJugee> lift) {
        return BarePlan.candidate(seat, Candidature.RETENUE)
                .setFunctionsConfirmed(2)
                .setFonctions(fonctions)
                .setALever(lift)
                .build();
    }

    private static ConditionJugee lift(String condition, Reponse answer) {
        return new ConditionJugee(condition, answer, null, null, Unite.OUI_NON);
    }
}
