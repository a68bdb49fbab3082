package fr.passerelle.console.programme;

import fr.passerelle.console.map.RegionMap;
import fr.passerelle.console.programme.ProgrammationPage.ScenarioViews.ScenarioView;
import fr.passerelle.console.programme.ProgrammationPage.ScenarioViews.WaitingView;
import fr.passerelle.envelope.scenario.CreditLines;
import fr.passerelle.envelope.scenario.CreditLines.CreditLine;
import fr.passerelle.envelope.scenario.ScenarioManifest;
import fr.passerelle.schemas.bareme.Baremes;
import fr.passerelle.schemas.event.Enveloppe;
import fr.passerelle.schemas.event.LigneCredit;
import fr.passerelle.schemas.event.ScenarioComputed;
import fr.passerelle.schemas.event.Valeur;
import fr.passerelle.study.Study;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** A scenario as its page has it. */
final class ScenarioExamples {

    static final CreditLines CREDITS = new CreditLines(List.of(
            credit(2018, LigneCredit.ETUDE, "60000.00"),
            credit(2018, LigneCredit.FONCTIONNEMENT, "60000.50"),
            new CreditLine(
                    CreditLine.Nature.PROMIS_AILLEURS,
                    2018,
                    LigneCredit.ETUDE,
                    new BigDecimal("10000.00"),
                    false,
                    null,
                    null),
            new CreditLine(CreditLine.Nature.OUVERTURES_MINIMUM, null, null, null, false, "02", 1)));

    private static final OffsetDateTime THEN = OffsetDateTime.parse("2026-11-28T10:00:00Z");

    private ScenarioExamples() {}

    private static CreditLine credit(int year, LigneCredit line, String euros) {
        return new CreditLine(CreditLine.Nature.CREDIT, year, line, new BigDecimal(euros), true, null, null);
    }

    static Study<ScenarioManifest> scenario() {
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
                null);
    }

    static ScenarioView view() {
        return view(ProgrammeExamples.envelope(), true);
    }

    static ScenarioView view(Enveloppe envelope, boolean current) {
        return view(ProgrammeExamples.scenario(), envelope, current, "");
    }

    /** Of data that are no reconstruction, under the mention that is due. */
    static ScenarioView real(String mention) {
        var computed = ProgrammeExamples.scenario();
        computed.setDemonstration(false);
        return view(computed, ProgrammeExamples.envelope(), true, mention);
    }

    private static ScenarioView view(ScenarioComputed computed, Enveloppe envelope, boolean current, String mention) {
        ProgrammeSheet sheet = sheet(envelope);
        return new ScenarioView(
                scenario(),
                CREDITS,
                List.of(new Study.Step(Study.Verb.PLAN, "c-1", "Budget primitif", "ab".repeat(32), THEN)),
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
                ProgrammeExamples.SIRENS.stream()
                        .map(siren -> new RegionMap.Zone(siren, siren, "M0,0", 10, 20))
                        .toList(),
                "",
                List.of(),
                List.of());
        return ProgrammeSheet.of(envelope, Baremes.load(Baremes.DEFAULT), land);
    }
}
