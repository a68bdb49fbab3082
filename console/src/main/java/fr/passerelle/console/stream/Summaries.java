package fr.passerelle.console.stream;

import fr.passerelle.console.page.PageFrench;
import fr.passerelle.console.page.PageTexts;
import fr.passerelle.schemas.event.ConversionProposed;
import fr.passerelle.schemas.event.DecisionRecorded;
import fr.passerelle.schemas.event.EpciDescribed;
import fr.passerelle.schemas.event.Frequentation;
import fr.passerelle.schemas.event.FrequentationScored;
import fr.passerelle.schemas.event.MonthReported;
import fr.passerelle.schemas.event.Plan;
import fr.passerelle.schemas.event.PlanProposed;
import fr.passerelle.schemas.event.RoomInventoried;
import fr.passerelle.schemas.event.RoomWithdrawn;
import fr.passerelle.schemas.event.RunAbandoned;
import fr.passerelle.schemas.event.RunClosed;
import fr.passerelle.schemas.event.RunOpened;
import fr.passerelle.schemas.event.RunPublished;
import fr.passerelle.schemas.event.RunScored;
import fr.passerelle.schemas.event.ScenarioAdopted;
import fr.passerelle.schemas.event.ScenarioComputed;
import fr.passerelle.schemas.event.SiteDescribed;
import fr.passerelle.texts.Codes;
import fr.passerelle.texts.FrenchNumbers;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.stereotype.Component;

/** What a record says, in one line of French. */
@Component
class Summaries {

    private static final int HASH = 12;

    private final PageTexts wording;
    private final PageFrench fr = PageFrench.INSTANCE;

    Summaries(PageTexts wording) {
        this.wording = wording;
    }

    /** The line; empty where the type and its subject say all. */
    String of(SpecificRecord record) {
        return switch (record) {
            case MonthReported one -> month(one);
            case RoomInventoried one -> one.getInsee();
            case RoomWithdrawn one ->
                wording.word("flux.retrait", one.getReason().name());
            case SiteDescribed one -> one.getInsee();
            case EpciDescribed one ->
                wording.say("flux.epci", one.getCommunes().size(), fr.number(one.getPopulation()));
            case DecisionRecorded one ->
                wording.say(
                        "flux.decision",
                        wording.word("decisions.nature", one.getKind().name()),
                        one.getAct(),
                        fr.day(one.getDecidedOn()));
            case FrequentationScored one -> score(one.getFrequentation());
            case ConversionProposed one ->
                Codes.outcome(one.getConversion().getKind().name());
            case PlanProposed one -> plan(one.getPlan());
            default -> ofRun(record);
        };
    }

    private String ofRun(SpecificRecord record) {
        return switch (record) {
            case RunOpened one -> wording.say("flux.ouverte", one.getRunId(), one.getBaremeId(), one.getPartition());
            case RunClosed one ->
                wording.say("flux.close", one.getRunId(), fr.atTheEndOf(one.getAsOf()), fr.number(one.getRunRecords()));
            case RunAbandoned one -> one.getRunId() + "\u00a0: " + one.getReason();
            case RunScored one ->
                wording.say(
                        "flux.notee",
                        one.getRun().getRunId(),
                        one.getPartition(),
                        fr.number(one.getRecordsSeen()),
                        fr.number(one.getRooms()));
            case RunPublished one ->
                wording.say(
                        "flux.publiee",
                        one.getRun().getRunId(),
                        one.getResultHash().substring(0, HASH));
            case ScenarioComputed one -> one.getScenarioId();
            case ScenarioAdopted one -> one.getScenarioId() + "\u00a0: " + one.getReason();
            default -> "";
        };
    }

    private String month(MonthReported one) {
        return wording.say(
                "flux.mois",
                wording.word("flux.cause", one.getCause().name()),
                fr.month(one.getMonth()),
                one.getLines().size(),
                fr.number(one.getAdded()),
                fr.number(one.getChanged()),
                fr.number(one.getRemoved()));
    }

    private String score(Frequentation score) {
        return score.getScore() == null
                ? Codes.outcome(score.getState().name())
                : wording.say("flux.note", score.getScore(), fr.number(score.getLow()), fr.number(score.getHigh()));
    }

    private String plan(Plan plan) {
        return wording.say(
                "flux.plan",
                plan.getSiege() == null
                        ? FrenchNumbers.UNKNOWN
                        : plan.getSiege().getName(),
                plan.getEtapes(),
                fr.euros(plan.getAidTotal()));
    }
}
