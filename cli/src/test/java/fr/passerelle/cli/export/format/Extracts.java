package fr.passerelle.cli.export.format;

import fr.passerelle.cli.dataset.DataColumn;
import fr.passerelle.cli.dataset.DataRow;
import fr.passerelle.cli.dataset.DataTable;
import fr.passerelle.cli.dataset.Extract;
import fr.passerelle.cli.dataset.Point;
import fr.passerelle.cli.dataset.Provenance;
import fr.passerelle.published.run.Run;
import fr.passerelle.published.run.RunParameters;
import fr.passerelle.schemas.event.RunKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small table with a column of each kind, of a run of the demonstration. */
final class Extracts {

    static final String NASTY = "=HYPERLINK(\"http://exemple.invalid\")";

    private Extracts() {}

    static Extract small() {
        return of(true);
    }

    static Extract of(boolean located) {
        List<DataColumn> columns = List.of(
                new DataColumn("nom", DataColumn.Kind.TEXT, 0, "Nom"),
                new DataColumn("salles", DataColumn.Kind.INTEGER, 0, "Nombre"),
                new DataColumn("aide", DataColumn.Kind.DECIMAL, 2, "Euros"),
                new DataColumn("provisoire", DataColumn.Kind.BOOLEAN, 0, "Oui ou non"),
                new DataColumn("le", DataColumn.Kind.DATE, 0, "Jour"));
        List<DataRow> rows = List.of(
                row(
                        located ? new Point(49.0465, 3.4032, true) : null,
                        NASTY,
                        12L,
                        new BigDecimal("-1250.50"),
                        true,
                        LocalDate.of(2017, 12, 15)),
                row(null, "Étréaupont ; 🙂 \"x\"", 0L, null, false, null),
                row(null, "-2+3", null, new BigDecimal("7"), null, null));
        return new Extract(provenance(true), new DataTable(columns, located, rows::stream));
    }

    static Provenance provenance(boolean demonstration) {
        return new Provenance("essai", run(demonstration), false, false);
    }

    private static DataRow row(@Nullable Point point, @Nullable Object... cells) {
        return new DataRow(Arrays.asList(cells), point == null ? List.of() : List.of(point));
    }

    private static Run run(boolean demonstration) {
        OffsetDateTime at = OffsetDateTime.parse("2017-11-30T23:59:59.123+01:00");
        return new Run(
                7,
                Run.idOf(7),
                RunKind.NIGHTLY,
                Run.State.PUBLISHED,
                "identité",
                "2017-10",
                "2017-05",
                "ab".repeat(32),
                "",
                new RunParameters(List.of(), null, false),
                null,
                demonstration,
                null,
                "cd".repeat(32),
                null,
                at,
                at);
    }
}
