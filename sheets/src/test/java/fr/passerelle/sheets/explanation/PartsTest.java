package fr.passerelle.sheets.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.AidLineName;
import fr.passerelle.schemas.event.Candidature;
import fr.passerelle.schemas.event.Conversion;
import fr.passerelle.schemas.event.FrequentationState;
import fr.passerelle.schemas.event.Gestion;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanRoom;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.sheets.explanation.MaireText.CaveatPart;
import fr.passerelle.sheets.explanation.MaireText.EtapesPart;
import fr.passerelle.sheets.explanation.Sentence.FittedText;
import fr.passerelle.sheets.form.Document.WordCount;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The parts of the maire's text, each in all its lengths. Spaces are plain here, whatever their width. */
class PartsTest {

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

        List<String> lengths = lengths(new NoSeatPart(dossier, Naming.of(dossier.plan())).rooms());

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

        assertThat(lengths(new NoSeatPart(dossier, Naming.of(dossier.plan())).rooms())
                        .getFirst())
                .containsSubsequence("de Deux", "d'Un")
                .doesNotContain("explication complète");
    }

    @Test
    void saysNothingOfRoomsThatAreNotTheRegions() {
        PlanRoom autonomous = room("R1", "Un", Candidature.SOUS_LE_SEUIL, 40);
        autonomous.setCandidature(null);
        Dossier dossier = rooms(autonomous);

        assertThat(new NoSeatPart(dossier, Naming.of(dossier.plan())).rooms()).isEmpty();
    }

    @Test
    void tellsTheHostsOfTheEtapesOrCountsThem() {
        Dossier dossier = etapes(
                Fictitious.etape("R1", "Un", 1),
                Fictitious.etape("R2", "Deux", 2),
                Fictitious.etape("R3", "Trois", 3),
                Fictitious.etape("R4", "Quatre", 4));

        assertThat(lengths(new EtapesPart(dossier, Naming.of(dossier.plan())).sentences()))
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

        assertThat(lengths(new EtapesPart(dossier, Naming.of(dossier.plan())).sentences()))
                .containsExactly("Nous proposons trois séances de deux heures par mois à Un.", "");
    }

    @Test
    void countsTheEtapesThatAreProvisional() {
        Conversion provisional = Fictitious.etape("R2", "Deux", 2);
        provisional.setProvisoire(true);
        Dossier some = etapes(Fictitious.etape("R1", "Un", 1), provisional);

        assertThat(lengths(new EtapesPart(some, Naming.of(some.plan())).sentences()))
                .contains("Sur deux étapes de médiation nomade, une est provisoire.");
        assertThat(lengths(new EtapesPart(etapes(provisional), Naming.of(some.plan())).sentences()))
                .contains("L'étape proposée est provisoire.");
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
                        line(AidLineName.ETUDE, "14000", "PLAFOND"),
                        line(AidLineName.INVESTISSEMENT, null, "COUT_INCONNU")))
                .startsWith(
                        "Sur les coûts que vous avez donnés, l'aide régionale serait de 10 000 € pour l'étude ; 4 000"
                                + " € resteraient à votre charge, et d'autres coûts manquent.");
        assertThat(money(
                        line(AidLineName.INVESTISSEMENT, "30000", "TAUX"),
                        line(AidLineName.FONCTIONNEMENT_1, "60000", "TAUX"),
                        line(AidLineName.FONCTIONNEMENT_2, "60000", "TAUX")))
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
        assertThat(new Naming(List.of(alone, beside)).find("S2")).contains(beside);
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
                        "Moins de salles ont rendu leurs relevés qu'un an plus tôt.",
                        "",
                        "Les salles d'Un, de Deux, de Trois et une autre, communales, restent à leurs communes.",
                        "",
                        "La salle de Neuf n'est pas ouverte à cette date.",
                        "");
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

    private static AidLine line(AidLineName name, @Nullable String cost, String decision) {
        return AidLine.newBuilder(Fictitious.study())
                .setLine(name)
                .setCost(cost == null ? null : new BigDecimal(cost))
                .setDecidedBy(decision)
                .build();
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
        return sentences
                .flatMap(sentence -> sentence.variants().stream())
                .map(PartsTest::plain)
                .toList();
    }

    private static String plain(String text) {
        return text.replaceAll("[\\u00a0\\u202f]", " ").replace('’', '\'');
    }
}
