package br.com.dmbackup.agent.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Versions as people count them: by the numbers in them, from the left. */
final class Versions {
    private static final Pattern SHAPE = Pattern.compile("\\d{1,9}(\\.\\d{1,9}){0,3}");

    private Versions() {}

    /** Whether the first is newer; what is no version is newer than nothing. */
    static boolean newer(String named, String own) {
        Matcher here = Pattern.compile("^" + SHAPE).matcher(own);
        if (!SHAPE.matcher(named).matches() || !here.find()) {
            return false;
        }
        List<Integer> theirs = numbers(named);
        List<Integer> ours = numbers(here.group());
        for (int i = 0; i < Math.max(theirs.size(), ours.size()); i++) {
            int difference = at(theirs, i) - at(ours, i);
            if (difference != 0) {
                return difference > 0;
            }
        }
        return false;
    }

    private static List<Integer> numbers(String version) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : version.split("\\.", -1)) {
            numbers.add(Integer.valueOf(part));
        }
        return numbers;
    }

    private static int at(List<Integer> numbers, int index) {
        return index < numbers.size() ? numbers.get(index) : 0;
    }
}
