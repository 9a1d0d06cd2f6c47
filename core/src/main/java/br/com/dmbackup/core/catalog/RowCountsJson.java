package br.com.dmbackup.core.catalog;

import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tables' row counts as they stand in the catalog. A room of its own, so that a waiting agent never loads the library. */
final class RowCountsJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private RowCountsJson() {}

    static String written(SortedMap<String, Long> rowCounts) {
        ObjectNode json = JSON.createObjectNode();
        rowCounts.forEach(json::put);
        return json.toString();
    }

    static SortedMap<String, Long> read(String written) {
        SortedMap<String, Long> rowCounts = new TreeMap<>();
        JSON.readTree(written).properties()
                .forEach(table -> rowCounts.put(table.getKey(), table.getValue().longValue(0)));
        return rowCounts;
    }
}
