package fr.passerelle.local.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an analyst's tool shows beside the names of views and columns, asked by their own role. */
@WithServers
record AnalystsViewsIT(TestServers servers) {

    private static final String VIEWS = """
        from pg_class v join pg_namespace n on n.oid = v.relnamespace where n.nspname = 'analyses' and v.relkind in ('v', 'm')\
        """;
    private static final String COLUMNS = """
        from pg_class v join pg_namespace n on n.oid = v.relnamespace join pg_attribute a on a.attrelid = v.oid and a.attnum > 0
        where n.nspname = 'analyses' and v.relkind in ('v', 'm') and not a.attisdropped\
        """;

    @Test
    void sayWhatTheyAndTheirColumnsHold() throws SQLException {
        assertThat(texts("select v.relname " + VIEWS)).hasSizeGreaterThan(9);
        assertThat(texts("select v.relname " + VIEWS + " and obj_description(v.oid, 'pg_class') is null"))
                .isEmpty();
        assertThat(texts("select a.attname " + COLUMNS)).hasSizeGreaterThan(100);
        assertThat(texts("select v.relname || '.' || a.attname " + COLUMNS
                        + " and coalesce(col_description(v.oid, a.attnum), '') !~ '\\w{2}'"))
                .isEmpty();
    }

    private List<String> texts(String query) throws SQLException {
        return servers.firstColumn(servers.endpoints().analyst(), query);
    }
}
