package dev.slipway.policy;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Asks the decision tables of a release's own model set; every answer is kept with its facts, matched rules and table version. */
@Service
public class Policies {

    /** Table {@code assess-risk}: facts to {@code risk}. Several matching rules: the highest counts. */
    public Risk risk(String release, Map<String, Object> facts) {
        throw new UnsupportedOperationException();
    }

    /** Table {@code approval-rules}: facts with {@code purpose}, {@code flow}, {@code risk}, ... to a row per role. */
    public ApprovalRules approvals(String release, Map<String, Object> facts) {
        throw new UnsupportedOperationException();
    }

    /** Table {@code quality-gate}: facts with {@code gate} and {@code flow} to a row per criterion. */
    public List<CriterionRule> gate(String release, Map<String, Object> facts) {
        throw new UnsupportedOperationException();
    }

    /** Everything that was decided about a release, oldest first. */
    public List<Evaluation> evaluations(String release) {
        throw new UnsupportedOperationException();
    }
}
