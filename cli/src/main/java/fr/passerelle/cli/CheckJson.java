package fr.passerelle.cli;

import fr.passerelle.cli.check.Checked;
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
    static String of(Checked checked, Mapping mapping, boolean rooms) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("file", file(checked.file()));
        json.put("mapping", mapping.name().isEmpty() ? null : mapping.name());
        json.put("counts", counts(checked));
        json.put("sums", checked.sums());
        json.put("rejects", checked.rejects());
        json.put("corrections", checked.corrections());
        json.put("remarks", checked.remarks());
        json.put("first", checked.first());
        json.put("otherActivities", checked.others());
        json.put("admitted", mapping.admissions());
        json.put("notChecked", CheckLimits.of(checked.file().table(), rooms));
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

    private static Map<String, Object> counts(Checked checked) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("read", checked.counts().read());
        json.put("accepted", checked.counts().accepted());
        json.put("rejected", checked.counts().rejected());
        json.put("controls", checked.counts().controls());
        json.put("possibleDoubles", checked.counts().possibleDoubles());
        json.put("correctedCells", checked.correctedCells());
        return json;
    }
}
