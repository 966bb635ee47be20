using Relais.Domain.Conversations;
using Relais.Domain.Shared;

namespace Relais.Domain.Surveys;

/// <summary>What a contact said of a conversation.</summary>
public sealed record SurveyAnswer(QuestionKind Question, int Raw, int Score);

/// <summary>A contact who might have been asked was not.</summary>
public sealed record SurveyNotSent(Conversation Conversation, SurveyObstacle Obstacle, Actor By, DateTimeOffset At) : ConversationEvent(Conversation, By, At);

/// <summary>A contact who can no longer be written to on his channel was asked by e-mail.</summary>
public sealed record SurveyMailed(Conversation Conversation, Actor By, DateTimeOffset At) : ConversationEvent(Conversation, By, At);

/// <summary>A contact said how it was.</summary>
/// <param name="Tells">The members who are told.</param>
public sealed record SurveyAnswered(Conversation Conversation, SurveyAnswer Answer, IReadOnlyList<Guid> Tells, Actor By, DateTimeOffset At) : ConversationEvent(Conversation, By, At);

/// <summary>A contact said more of how it was.</summary>
public sealed record SurveyCommented(Conversation Conversation, string Comment, Actor By, DateTimeOffset At) : ConversationEvent(Conversation, By, At);

/// <summary>A contact did not say how it was in time.</summary>
public sealed record SurveyUnanswered(Conversation Conversation, Actor By, DateTimeOffset At) : ConversationEvent(Conversation, By, At);
