package fr.passerelle.cli;

import fr.passerelle.cli.proposal.MappingDraft;
import java.io.PrintWriter;

/** What a mapping is proposed for, guess by guess. */
final class ProposalText {

    private final PrintWriter out;

    ProposalText(PrintWriter out) {
        this.out = out;
    }

    void print(MappingDraft proposal) {
        MappingDraft.Line table = proposal.table();
        out.println("Table « %s », %s : %s."
                .formatted(table.target(), table.confidence().french(), table.reason()));
        TextTable columns = new TextTable(4, "Colonne du fichier", "Prise pour", "Confiance", "Pourquoi");
        proposal.columns()
                .forEach(line -> columns.row(
                        line.from(), line.target(), line.confidence().french(), line.reason()));
        columns.lines().forEach(out::println);
        out.flush();
    }
}
