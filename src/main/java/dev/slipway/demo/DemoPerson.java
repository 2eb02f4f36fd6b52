package dev.slipway.demo;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;

/** Somebody who can sign in to the demo, with their own id as password. */
record DemoPerson(String id, String name, List<String> groups) {

    static List<DemoPerson> all() {
        return new DemoResource("people.yaml").yaml(new TypeReference<>() {});
    }

    static DemoPerson find(String id) {
        return all().stream()
                .filter(person -> person.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    String email() {
        return id + "@example.com";
    }
}
