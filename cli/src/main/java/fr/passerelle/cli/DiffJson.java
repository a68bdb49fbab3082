package fr.passerelle.cli;

import fr.passerelle.published.difference.Diff;
import fr.passerelle.published.difference.EpciDiff;
import fr.passerelle.published.difference.EuroLine;
import fr.passerelle.published.difference.ThingDiff;
import fr.passerelle.schemas.bareme.Bareme;
import fr.passerelle.schemas.contract.RecordJson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A comparison for machines: stable codes, amounts as plain numbers. */
final class DiffJson {

    private DiffJson() {}

    static String of(Diff diff) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("replay", diff.replay().id());
        json.put("manifestHash", diff.replay().manifestHash());
        json.put("baseRun", diff.base().id());
        json.put("demonstration", diff.base().demonstration());
        json.put("illustration", diff.isIllustration());
        json.put("reason", diff.replay().reason());
        json.put(
                "scope",
                Map.of(
                        "epcis",
                        diff.replay().scope().epcis(),
                        "rooms",
                        diff.replay().scope().rooms()));
        json.put("before", side(diff.before(), diff.base().asOf(), diff.base().resultHash()));
        json.put("after", side(diff.after(), diff.replay().asOf(), diff.replay().resultHash()));
        json.put("totalsBefore", RecordJson.fields(diff.totalsBefore()));
        json.put("totalsAfter", RecordJson.fields(diff.totalsAfter()));
        json.put("euros", euros(diff.euros()));
        json.put("unchanged", diff.unchanged());
        json.put("sameConclusion", diff.changes().same());
        json.put("epcis", diff.epcis().stream().map(DiffJson::epci).toList());
        return RecordJson.write(json);
    }

    private static Map<String, @Nullable Object> side(
            Bareme bareme, @Nullable String asOf, @Nullable String resultHash) {
        Map<String, @Nullable Object> side = new LinkedHashMap<>();
        side.put("bareme", bareme.id());
        side.put("baremeHash", bareme.sha256());
        side.put("asOf", asOf);
        side.put("resultHash", resultHash);
        return side;
    }

    private static Map<String, @Nullable Object> epci(EpciDiff epci) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("epci", epci.epci());
        json.put("name", epci.name());
        json.put("changes", epci.things().stream().map(DiffJson::thing).toList());
        json.put("euros", euros(epci.euros()));
        json.put("gaps", epci.gaps().stream().map(RecordJson::fields).toList());
        json.put("decisions", epci.decisions().stream().map(DecisionJson::of).toList());
        return json;
    }

    private static Map<String, @Nullable Object> thing(ThingDiff thing) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("type", thing.type().name());
        json.put("id", thing.id());
        json.put("name", thing.name());
        json.put("values", thing.values().stream().map(RecordJson::fields).toList());
        json.put("causes", thing.causes().stream().map(RecordJson::fields).toList());
        return json;
    }

    private static List<Map<String, @Nullable Object>> euros(List<EuroLine> lines) {
        return lines.stream().map(DiffJson::euro).toList();
    }

    private static Map<String, @Nullable Object> euro(EuroLine line) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("line", line.what());
        json.put("before", line.before());
        json.put("after", line.after());
        return json;
    }
}
