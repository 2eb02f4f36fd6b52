package dev.slipway.catalog;

/** Documents for tests. */
final class Yaml {

    static final String ENVIRONMENTS = """
            apiVersion: slipway/v1
            kind: Environment
            key: staging
            name: Staging
            stage: 1
            ---
            apiVersion: slipway/v1
            kind: Environment
            key: production
            stage: 2
            production: true
            """;

    static final String PAYMENTS = """
            apiVersion: slipway/v1
            kind: Product
            key: payments
            name: Payments
            description: Takes money.
            flow: devops-release
            owner: team-payments
            repository: https://git.example.com/payments.git
            criticality: high
            components:
              - name: service
                description: Answers over HTTP.
              - name: worker
            environments: [staging, production]
            checks:
              - name: unit-tests
                command: [mvn, -B, verify]
                evidence: target/surefire-reports
                timeout: 15m
            rights:
              developers: [open-release, attach-evidence]
              release-managers: [open-release, cancel-release]
            """;

    static final String TARGET = """
            apiVersion: slipway/v1
            kind: Target
            environment: staging
            component: payments/service
            adapter: command
            url: http://127.0.0.1:8081
            settings:
              install: ./install.sh
              port: 8081
              mode: 0755
              ratio: 1.10
              verbose: true
            """;

    private Yaml() {}
}
