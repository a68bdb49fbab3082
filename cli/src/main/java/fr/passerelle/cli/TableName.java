package fr.passerelle.cli;

import fr.passerelle.schemas.table.TableSchema;
import fr.passerelle.schemas.yaml.NearestWord;
import java.util.Iterator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A table of input by its name, and all names. */
final class TableName implements ITypeConverter<TableSchema>, Iterable<String> {

    @Override
    public TableSchema convert(String value) {
        return named(value);
    }

    @Override
    public Iterator<String> iterator() {
        return TableSchema.all().stream().map(TableSchema::name).iterator();
    }

    static TableSchema named(String name) {
        return TableSchema.all().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("« " + name + " » n'est pas une table"
                        + NearestWord.hint(name, new TableName()) + " : écrivez salles,"
                        + " frequentation, intercommunalites, sites, territoires ou besoins."));
    }
}
