package dev.slipway.benchmark;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.task.TaskExecutionAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The engine as {@code application.yml} sets it up, with steps that know everything beforehand. */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    TaskExecutionAutoConfiguration.class,
    CamundaBpmAutoConfiguration.class
})
class BareEngine {

    @Bean
    JavaDelegate assessRisk() {
        return execution -> execution.setVariable("risk", "low");
    }

    @Bean
    JavaDelegate classifyChange() {
        return execution -> execution.setVariable("changeType", "normal");
    }

    @Bean
    JavaDelegate askClearance() {
        return execution -> {
            execution.setVariable("clearance", "given");
            execution.setVariable("clearanceReason", "");
            execution.setVariable("clearanceUntil", "");
            execution.setVariable("clearanceAsksAgain", "2036-11-23T00:00:00Z");
        };
    }

    @Bean
    JavaDelegate chooseStrategy() {
        return execution -> {
            execution.setVariable("strategy", "all-at-once");
            execution.setVariable("keepOld", "PT10M");
            execution.setVariable("maxUnavailable", 25);
        };
    }

    @Bean
    JavaDelegate freeEnvironment() {
        return execution -> {};
    }

    @Bean
    JavaDelegate assessGate() {
        return execution -> execution.setVariable("gateVerdict", "passed");
    }

    @Bean
    JavaDelegate claimEnvironment() {
        return execution -> {};
    }

    @Bean
    JavaDelegate openApproval() {
        return execution -> {
            execution.setVariable("approvalId", UUID.randomUUID().toString());
            execution.setVariable("seatCount", 0);
            execution.setVariable("approvalDue", "2026-11-23T00:00:00Z");
        };
    }

    @Bean
    JavaDelegate settleApproval() {
        return execution -> execution.setVariable("approvalOutcome", "approved");
    }

    @Bean
    JavaDelegate concludeRelease(Ends ends) {
        return execution -> ends.reached(execution.getProcessBusinessKey(), (String) execution.getVariable("outcome"));
    }
}
