package fr.passerelle.cli;

import fr.passerelle.cli.check.DryRunReport;
import fr.passerelle.cli.check.FileFacts;
import fr.passerelle.schemas.person.Quote;
import fr.passerelle.sources.mapping.Mapping;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** A dry run for machines: one JSON object. */
final class CheckJson {

    private static final JsonMapper JSON = JsonMapper.shared();

    private CheckJson() {}

    /** @param rooms whether rooms were looked up in an inventory */
    static String of(DryRunReport report, Mapping mapping, boolean rooms) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("file", file(report.file()));
        json.put("mapping", mapping.name().isEmpty() ? null : mapping.name());
        json.put("counts", counts(report));
        json.put("sums", report.sums());
        json.put("rejects", report.rejects());
        json.put("corrections", report.corrections());
        json.put("remarks", report.remarks());
        json.put("first", report.first());
        json.put("otherActivities", report.others());
        json.put("admitted", mapping.admissions());
        json.put("notChecked", CheckLimits.of(report.file().table(), rooms));
        return JSON.writeValueAsString(json);
    }

    private static Map<String, @Nullable Object> file(FileFacts file) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("name", file.name());
        json.put("table", file.table());
        json.put("kind", file.traits().kind());
        json.put("charset", file.traits().charset());
        json.put("separator", file.traits().separator());
        String sheet = file.traits().sheet();
        json.put("sheet", sheet == null ? null : Quote.shownWord(sheet));
        json.put("headerLine", file.headerLine());
        json.put("lines", file.lines());
        return json;
    }

    private static Map<String, Object> counts(DryRunReport report) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("read", report.counts().read());
        json.put("accepted", report.counts().accepted());
        json.put("rejected", report.counts().rejected());
        json.put("controls", report.counts().controls());
        json.put("possibleDoubles", report.counts().possibleDoubles());
        json.put("correctedCells", report.correctedCells());
        return json;
    }
}
