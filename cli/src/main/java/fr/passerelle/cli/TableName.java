package fr.passerelle.cli;

import fr.passerelle.schemas.table.TableSchema;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A table of input by its name. */
final class TableName implements ITypeConverter<TableSchema> {

    @Override
    public TableSchema convert(String value) {
        return named(value);
    }

    static TableSchema named(String name) {
        return TableSchema.all().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("« " + name + " » n'est pas une table : écrivez salles,"
                        + " frequentation, intercommunalites, sites ou territoires."));
    }
}
