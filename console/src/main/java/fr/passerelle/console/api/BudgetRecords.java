package fr.passerelle.console.api;

import fr.passerelle.published.current.PublishedResults;
import fr.passerelle.rules.conversion.Departement;
import fr.passerelle.schemas.event.AidLine;
import fr.passerelle.schemas.event.BudgetAnnuel;
import fr.passerelle.schemas.event.Plan;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;

/** The aid of the plans, laid flat: a row for each EPCI and line, a row for each EPCI and calendar year. */
final class BudgetRecords {

    static final Schema LINE = OwnSchemas.read("BudgetLine");
    static final Schema YEAR = OwnSchemas.read("BudgetYear");

    private BudgetRecords() {}

    static List<IndexedRecord> lines(PublishedResults published) {
        return published.proposals().plans().values().stream()
                .flatMap(plan -> plan.getAid().stream().map(line -> line(published, plan, line)))
                .toList();
    }

    static List<IndexedRecord> years(PublishedResults published) {
        return published.proposals().plans().values().stream()
                .flatMap(plan -> plan.getBudget().stream().map(year -> year(published, plan, year)))
                .toList();
    }

    private static IndexedRecord line(PublishedResults published, Plan plan, AidLine line) {
        GenericData.Record row = row(LINE, published, plan);
        row.put("line", line.getLine().name());
        row.put("cost", line.getCost());
        row.put("rate", line.getRate());
        row.put("ceiling", line.getCeiling());
        row.put("aid", line.getAid());
        row.put("left", line.getLeft());
        row.put("decided_by", line.getDecidedBy());
        return row;
    }

    private static IndexedRecord year(PublishedResults published, Plan plan, BudgetAnnuel year) {
        GenericData.Record row = row(YEAR, published, plan);
        row.put("year", year.getYear());
        row.put("aid", year.getAid());
        return row;
    }

    private static GenericData.Record row(Schema schema, PublishedResults published, Plan plan) {
        GenericData.Record row = new GenericData.Record(schema);
        row.put("epci", plan.getEpci());
        row.put("name", plan.getName());
        String departement =
                Departement.of(published.epcis().get(plan.getEpci())).code();
        row.put("departement", departement.isEmpty() ? null : departement);
        return row;
    }
}
