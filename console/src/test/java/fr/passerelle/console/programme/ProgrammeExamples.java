package fr.passerelle.console.programme;

import fr.passerelle.console.map.RegionMap;
import fr.passerelle.console.programme.ProgrammationPage.ScenarioViews.ScenarioView;
import fr.passerelle.console.programme.ProgrammationPage.ScenarioViews.WaitingView;
import fr.passerelle.envelope.scenario.CreditLines;
import fr.passerelle.envelope.scenario.ScenarioManifest;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.Besoin;
import fr.passerelle.schemas.event.ChoixEpci;
import fr.passerelle.schemas.event.ChoixExclu;
import fr.passerelle.schemas.event.CoutEquite;
import fr.passerelle.schemas.event.CreditManquant;
import fr.passerelle.schemas.event.Critere;
import fr.passerelle.schemas.event.Depense;
import fr.passerelle.schemas.event.Deplacement;
import fr.passerelle.schemas.event.Empechement;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.Financement;
import fr.passerelle.schemas.event.LevierEssaye;
import fr.passerelle.schemas.event.LevierPropre;
import fr.passerelle.schemas.event.LigneCredit;
import fr.passerelle.schemas.event.LigneLevee;
import fr.passerelle.schemas.event.MoitieCredits;
import fr.passerelle.schemas.event.MotifAttente;
import fr.passerelle.schemas.event.Niveau;
import fr.passerelle.schemas.event.Preuve;
import fr.passerelle.schemas.event.Remplacement;
import fr.passerelle.schemas.event.RunRef;
import fr.passerelle.schemas.event.ScenarioComputed;
import fr.passerelle.schemas.event.ScenarioKind;
import fr.passerelle.schemas.event.Siege;
import fr.passerelle.schemas.event.SiegeKind;
import fr.passerelle.schemas.event.UsageCredit;
import fr.passerelle.schemas.event.Valeur;
import fr.passerelle.schemas.event.ValeurEuro;
import fr.passerelle.study.Study;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A scenario over three years: one EPCI opens, one studies, one waits, one was notified, and nobody carries the project of the last; and its page. */
public final class ProgrammeExamples {

    /** SIREN of the EPCI that opens, then of those that study, wait, were notified and cannot be chosen. */
    public static final List<String> SIRENS = List.of("200000001", "200000002", "200000003", "200000004", "200000005");

    private static final int FIRST = 2018;

    static final CreditLines CREDITS = CreditLines.of("""
        nature;annee;ligne;montant;report;departement;minimum
        CREDIT;2018;ETUDE;60000.00;oui;;
        CREDIT;2018;FONCTIONNEMENT;60000.50;oui;;
        PROMIS_AILLEURS;2018;ETUDE;10000.00;;;
        OUVERTURES_MINIMUM;;;;;02;1
        """);

    private static final OffsetDateTime THEN = OffsetDateTime.parse("2026-11-28T10:00:00Z");

    private ProgrammeExamples() {}

    /** What was computed. */
    public static ScenarioComputed scenario() {
        return ScenarioComputed.newBuilder()
                .setScenarioNo(1)
                .setScenarioId("S-000001")
                .setKind(ScenarioKind.ENVELOPPE)
                .setManifestHash("ab".repeat(32))
                .setRun(new RunRef(1L, "N-000001", "ef".repeat(32)))
                .setAsOf("2017-10")
                .setResultHash("cd".repeat(32))
                .setBaremeHash("ef".repeat(32))
                .setCreditsHash("01".repeat(32))
                .setDemonstration(true)
                .setEnveloppe(envelope())
                .build();
    }

    /** What the credits fund. */
    public static Enveloppe envelope() {
        return Enveloppe.newBuilder()
                .setValeur(Valeur.HABITANTS)
                .setPreuve(Preuve.OPTIMAL)
                .setNiveaux(levels(30_000, 28, 2))
                .setChoix(List.of(opening(), studied(), waiting(), notified(), excluded()))
                .setUsages(usages())
                .setMoitie(new MoitieCredits(euros(180_000), Preuve.OPTIMAL, 2L, 10_000L, 4L, 20_000L))
                .setEquite(List.of(
                        new CoutEquite("02", 1, levels(31_000, 28, 2)),
                        new CoutEquite(null, 2_500, levels(30_000, 29, 2))))
                .setEuros(List.of(new ValeurEuro(FIRST, LigneCredit.FONCTIONNEMENT, new BigDecimal("12.500000"))))
                .setAttentes(List.of(motif()))
                .build();
    }

    private static List<Niveau> levels(long inhabitants, long months, long studies) {
        return List.of(
                new Niveau(Critere.HABITANTS_PONDERES, inhabitants, inhabitants),
                new Niveau(Critere.MOIS_OUVERTS, months, months),
                new Niveau(Critere.ETUDES, studies, studies));
    }

    private static ChoixEpci opening() {
        return choice(0, "CC de l'Ouverture", Financement.OUVERTURE)
                .setYear(FIRST)
                .setOpening(LocalDate.of(FIRST, 9, 1))
                .setDepenses(List.of(
                        new Depense(FIRST, LigneCredit.ETUDE, euros(10_000)),
                        new Depense(FIRST, LigneCredit.INVESTISSEMENT, euros(15_000)),
                        new Depense(FIRST + 1, LigneCredit.FONCTIONNEMENT, euros(45_000))))
                .build();
    }

    private static ChoixEpci studied() {
        return choice(1, "CC de l'Étude", Financement.ETUDE)
                .setYear(FIRST + 1)
                .setDepenses(List.of(new Depense(FIRST + 1, LigneCredit.ETUDE, euros(8_000))))
                .build();
    }

    private static ChoixEpci waiting() {
        return choice(2, "CA qui attend", Financement.RIEN).setAttend(true).build();
    }

    private static ChoixEpci notified() {
        return choice(3, "CC notifiée", Financement.RIEN)
                .setOuvertureNotifiee(true)
                .setEngagees(List.of(new Depense(FIRST, LigneCredit.FONCTIONNEMENT, euros(30_000))))
                .setExclus(List.of(new ChoixExclu(Financement.OUVERTURE, Empechement.NOTIFIE)))
                .build();
    }

    private static ChoixEpci excluded() {
        return choice(4, "CC sans porteur", Financement.RIEN)
                .setSiege(null)
                .setExclus(List.of(new ChoixExclu(Financement.OUVERTURE, Empechement.SANS_PORTEUR)))
                .build();
    }

    private static ChoixEpci.Builder choice(int i, String name, Financement financement) {
        return ChoixEpci.newBuilder()
                .setEpci(SIRENS.get(i))
                .setName(name)
                .setDepartement(i < 3 ? "02" : "80")
                .setBesoin(Besoin.MOYEN)
                .setSiege(new Siege(SiegeKind.SALLE, "R-" + i, "Salle", "0216" + i, "Ham"))
                .setFinancement(financement)
                .setDepenses(List.of())
                .setEngagees(List.of())
                .setOuvertureNotifiee(false)
                .setExclus(List.of())
                .setAttend(false);
    }

    private static List<UsageCredit> usages() {
        return IntStream.range(FIRST, FIRST + 3)
                .boxed()
                .flatMap(year -> Arrays.stream(LigneCredit.values()).map(line -> usage(year, line)))
                .toList();
    }

    private static UsageCredit usage(int year, LigneCredit line) {
        boolean voted = year < FIRST + 2;
        return new UsageCredit(
                year,
                line,
                euros(voted ? 60_000 : 0),
                euros(voted ? 10_000 : 0),
                euros(0),
                euros(voted ? 10_000 : 0),
                euros(voted ? 20_000 : 0),
                euros(voted ? 20_000 : 0),
                voted);
    }

    private static MotifAttente motif() {
        return MotifAttente.newBuilder()
                .setEpci(SIRENS.get(2))
                .setFinancement(Financement.OUVERTURE)
                .setPreuve(Preuve.OPTIMAL)
                .setRemplacement(new Remplacement(
                        true,
                        List.of(new Deplacement(
                                SIRENS.getFirst(), Financement.OUVERTURE, FIRST, Financement.OUVERTURE, FIRST + 1)),
                        levels(29_000, 28, 2)))
                .setCredits(List.of(
                        new CreditManquant(FIRST, null), new CreditManquant(FIRST + 1, new BigDecimal("12000.50"))))
                .setLeviers(List.of(
                        new LevierEssaye(LevierPropre.COUT, 125, true, false),
                        new LevierEssaye(LevierPropre.FONCTION, null, false, true),
                        new LevierEssaye(LevierPropre.ANNEE_PLUS_TARD, null, false, false)))
                .setLignes(List.of(new LigneLevee(FIRST + 1, LigneCredit.FONCTIONNEMENT, null, true)))
                .setDansUnPourCent(false)
                .setRang(1)
                .build();
    }

    private static BigDecimal euros(int amount) {
        return BigDecimal.valueOf(amount).setScale(2);
    }

    static Study<ScenarioManifest> study() {
        return new Study<>(
                ScenarioManifest.SERIES,
                1,
                Study.State.COMPUTED,
                new ScenarioManifest(1, "ab", "cd", "2017-10", "ef", Valeur.HABITANTS, null, null, null, List.of()),
                "ab".repeat(32),
                Map.of(ScenarioManifest.CREDITS, CREDITS.text()),
                "Budget primitif",
                "c-1",
                THEN,
                THEN,
                null,
                null,
                null);
    }

    static ScenarioView view() {
        return view(envelope(), true);
    }

    static ScenarioView view(Enveloppe envelope, boolean current) {
        return view(scenario(), envelope, current, "");
    }

    /** Of data that are no reconstruction, under the mention that is due. */
    static ScenarioView real(String mention) {
        var computed = scenario();
        computed.setDemonstration(false);
        return view(computed, envelope(), true, mention);
    }

    private static ScenarioView view(ScenarioComputed computed, Enveloppe envelope, boolean current, String mention) {
        ProgrammeSheet sheet = sheet(envelope);
        return new ScenarioView(
                study(),
                CREDITS,
                List.of(new Study.Step(Study.Verb.PLAN, "c-1", "Budget primitif", "ab".repeat(32), null, THEN)),
                computed,
                sheet,
                sheet.waiting().stream()
                        .map(row -> WaitingView.of(row, sheet.envelope(), computed, mention))
                        .toList(),
                current ? computed.getRun().getRunId() : "N-000002");
    }

    static ProgrammeSheet sheet(Enveloppe envelope) {
        RegionMap land = new RegionMap(
                100,
                100,
                SIRENS.stream()
                        .map(siren -> new RegionMap.Zone(siren, siren, "M0,0", 10, 20))
                        .toList(),
                "",
                List.of(),
                List.of());
        return ProgrammeSheet.of(envelope, Baremes.load(Baremes.DEFAULT), land);
    }
}
