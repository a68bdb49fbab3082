package fr.passerelle.sources.territory;

import fr.passerelle.schemas.contract.Partitions;
import fr.passerelle.schemas.table.Correction;
import fr.passerelle.sources.Cells;
import fr.passerelle.sources.Snapshot.Resolved;
import fr.passerelle.sources.reject.CorrectedRow;
import fr.passerelle.sources.reject.RejectReason;
import java.util.List;
import java.util.function.BiFunction;

/** Where the commune of a row's column is: under its code of today, in its EPCI. */
record Homes(ReferenceFacts facts, String column) {
    static final String COMMUNE = "code_insee";

    Homes(ReferenceFacts facts) {
        this(facts, COMMUNE);
    }

    /** What a row says, given the commune's code of today and the EPCI, or why that is impossible. A place abroad has no EPCI. */
    <T> Resolved<T> resolve(Cells cells, BiFunction<String, String, Resolved<T>> at) {
        String code = cells.required(column);
        return switch (facts.resolve(code)) {
            case ReferenceFacts.Resolution.Known(var commune, String epci) ->
                corrected(at.apply(commune.getInsee(), epci), code, commune.getInsee());
            case ReferenceFacts.Resolution.Abroad(String country) -> at.apply(country, Partitions.WITHOUT_EPCI);
            case ReferenceFacts.Resolution.Unknown(RejectReason reason, String message) ->
                new Resolved.Impossible<>(column, reason, message);
        };
    }

    /** A former code is not taken for that of today in silence. */
    private <T> Resolved<T> corrected(Resolved<T> said, String told, String today) {
        return said instanceof Resolved.Value<T> value && !told.equals(today)
                ? new Resolved.Value<>(
                        value.value(),
                        List.of(new CorrectedRow.CellCorrection(
                                column, Correction.ANCIENNE_COMMUNE.name(), told, today)))
                : said;
    }
}
